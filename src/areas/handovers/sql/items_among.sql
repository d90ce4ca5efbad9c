select id, handover, offender, code, words, done_on, done_by, note
from handover_item
where handover in (select value from json_each($1))
order by handover, id
