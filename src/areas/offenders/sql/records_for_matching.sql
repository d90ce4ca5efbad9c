-- Every record in portions, for an import that compares all of them.
select id, offender, source, key_digest, digest, content
from offender_record where id > $1 order by id limit $2
