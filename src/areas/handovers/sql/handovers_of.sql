select id, offender, version, gate, checklist, rosh, crosses_on, opened_on, opened_by, closed_on, closed_by, complete, reason
from handover where offender = $1
order by crosses_on desc, id desc
