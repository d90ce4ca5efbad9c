select id, offender, version, gate, checklist, rosh, crosses_on, opened_on, opened_by, closed_on, closed_by, complete, reason
from handover
where offender in (select value from json_each($1)) and (closed_on is null or crosses_on >= $2)
order by offender, crosses_on, id
