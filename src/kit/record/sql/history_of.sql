select e.id, e.command, 0 as position, e.kind, e.subject_kind, e.subject, e.partition, e.day, e.recorded_at, e.actor, e.actor_name, coalesce(p.changes, '') as changes
from event e left join event_payload p on p.event = e.id
where e.subject_kind = $1 and e.subject = $2 and (e.partition = 'Ordinary' or e.partition = $3)
order by e.id desc
limit $4
