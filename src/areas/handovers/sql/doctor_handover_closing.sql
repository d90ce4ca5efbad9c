select id, 'is closed in part: a day, a name and whether it was complete belong together, and a reason where it was not'
       as words
from handover
where (closed_on is null) <> (closed_by = '') or (closed_on is null) <> (complete is null)
   or (reason <> '') <> (closed_on is not null and complete = false)
