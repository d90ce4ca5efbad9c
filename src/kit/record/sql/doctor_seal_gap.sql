select s.position as id, 'no position comes before this one' as words
from event_seal s
where s.position > 1 and not exists (select 1 from event_seal b where b.position = s.position - 1)
