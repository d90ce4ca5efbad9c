select e.id, e.command, e.kind, e.subject_kind, e.subject, e.partition, e.day, e.recorded_at, e.actor, e.actor_name, e.digest
from event_unsealed u join event e on e.id = u.event
order by u.event
limit $1
