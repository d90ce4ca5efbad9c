-- Decisions that nobody ended, in portions, for an import.
select id, offender, other, said, reason, made_on, made_by, expires_on, ended_on, ended_by
from offender_override where id > $1 and ended_on is null order by id limit $2
