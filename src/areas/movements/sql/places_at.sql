select m.offender, m.at, m.time_known, m.move, m.place, m.body, m.prison, m.reason, m.due_back, m.warrant, m.override_reason, m.recorded_by
from movement m
where m.offender in (select value from json_each($1))
  and m.at = (select max(n.at) from movement n where n.offender = m.offender and n.at <= $2)
order by m.offender
