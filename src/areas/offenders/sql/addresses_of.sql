select id, offender, source_record, line, postcode, from_day, source
from offender_address where offender = $1 order by id desc
