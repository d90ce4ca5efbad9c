-- Asked apart from `unsealed`: joined to it, PostgreSQL reads all events there ever were to find a few.
select id, command, kind, subject_kind, subject, partition, day, recorded_at, actor, actor_name, digest
from event where id in (select value from json_each($1))
order by id
