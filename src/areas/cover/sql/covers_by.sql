select id, offender, absence, version, coverer, from_day, until_day, reason, recorded_on, recorded_by
from cover_case
where coverer = $1 and until_day > $2
order by until_day, offender, id
