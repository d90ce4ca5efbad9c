select id, offender, other, said, reason, made_on, made_by, expires_on, ended_on, ended_by
from offender_override where offender in (select value from json_each($1))
union
select id, offender, other, said, reason, made_on, made_by, expires_on, ended_on, ended_by
from offender_override where other in (select value from json_each($1))
order by id
