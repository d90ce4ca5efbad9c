select e.id, e.command, s.position, e.kind, e.subject_kind, e.subject, e.partition, e.day, e.recorded_at, e.actor, e.actor_name, coalesce(p.changes, '') as changes
from event_seal s join event e on e.id = s.event left join event_payload p on p.event = e.id
where s.position > $1
order by s.position
limit $2
