select h.id, 'was closed as complete, and something of its checklist is not done' as words
from handover h
where h.complete = true
  and exists (select 1 from handover_item i where i.handover = h.id and i.done_on is null)
