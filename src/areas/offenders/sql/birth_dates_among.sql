select id, offender, source_record, birth_date, kind
from offender_birth_date where offender in (select value from json_each($1)) order by id
