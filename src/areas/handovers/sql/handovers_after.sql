select id, offender, version, gate, checklist, rosh, crosses_on, opened_on, opened_by, closed_on, closed_by, complete, reason
from handover where id > $1 order by id limit $2
