select id, offender, source_record, line, postcode, from_day, source
from offender_address where offender in (select value from json_each($1)) order by id desc
