select id, offender, source, record_key, key_digest, digest, file, line, came_on, content, surname, first_name,
       middle_name, birth_date, sex, ethnicity
from offender_record where offender in (select value from json_each($1)) order by id
