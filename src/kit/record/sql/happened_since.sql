select position, chain, subject_kind, subject
from (select s.position, s.chain, e.subject_kind, e.subject
      from event_seal s join event e on e.id = s.event
      where s.position >= case when $1 > 0 then $1 else (select max(position) from event_seal) end
      order by s.position limit $2) sealed
union all
select position, chain, subject_kind, subject
from (select 0 as position, '' as chain, e.subject_kind, e.subject
      from event_unsealed u join event e on e.id = u.event
      order by u.event limit $2) waiting
