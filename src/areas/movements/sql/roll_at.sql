select m.offender, m.at, m.time_known, m.move, m.place, m.body, m.prison, m.reason, m.due_back, m.warrant, m.override_reason, m.recorded_by
from movement m
where m.prison = $1 and m.at <= $2 and m.offender > $3
  and not exists (select 1 from movement n where n.offender = m.offender and n.at > m.at and n.at <= $2)
order by m.offender limit $4
