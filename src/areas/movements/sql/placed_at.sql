select m.offender, m.at, m.time_known, m.move, m.place, m.body, m.prison, m.reason, m.due_back, m.warrant,
       m.override_reason, m.recorded_by,
       coalesce((select f.name from body_facts f
                  where f.body = coalesce(m.body, m.prison) and f.from_day <= $3 order by f.from_day desc limit 1),
                (select f.name from body_facts f
                  where f.body = coalesce(m.body, m.prison) order by f.from_day limit 1), '') as place_name
from json_each($1) o join movement m on m.offender = o.value
  and m.at = (select max(n.at) from movement n where n.offender = o.value and n.at <= $2)
order by m.offender
