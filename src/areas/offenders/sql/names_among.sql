select id, offender, source_record, kind, first_name, middle_name, surname
from offender_name where offender in (select value from json_each($1)) order by id
