select id, offender, absence, version, coverer, from_day, until_day, reason, recorded_on, recorded_by
from cover_case where id > $1 order by id limit $2
