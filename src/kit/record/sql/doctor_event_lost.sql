select e.id, 'is neither sealed nor waiting to be' as words
from event e
where not exists (select 1 from event_seal s where s.event = e.id)
  and not exists (select 1 from event_unsealed u where u.event = e.id)
