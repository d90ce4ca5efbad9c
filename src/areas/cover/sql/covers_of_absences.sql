select id, offender, absence, version, coverer, from_day, until_day, reason, recorded_on, recorded_by
from cover_case
where absence in (select value from json_each($1))
order by offender, from_day, id
