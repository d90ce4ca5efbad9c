select key_digest, content from offender_record where key_digest in (select value from json_each($1)) order by id
