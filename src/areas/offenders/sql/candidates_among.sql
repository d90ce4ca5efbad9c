select id, offender, other, reason, evidence, state, found_on, decided_on, decided_by
from offender_link_candidate where offender in (select value from json_each($1))
union
select id, offender, other, reason, evidence, state, found_on, decided_on, decided_by
from offender_link_candidate where other in (select value from json_each($1))
order by id
