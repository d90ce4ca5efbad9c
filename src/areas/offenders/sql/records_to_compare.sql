select id, offender, source, key_digest, digest, content
from offender_record where offender in (select value from json_each($1)) order by id
