select id, 'is done in part: a day and a name belong together' as words
from handover_item where (done_on is null) <> (done_by = '')
