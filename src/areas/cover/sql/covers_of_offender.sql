select id, offender, absence, version, coverer, from_day, until_day, reason, recorded_on, recorded_by
from cover_case where offender = $1 order by from_day desc, id
