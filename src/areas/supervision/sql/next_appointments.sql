select c.offender, c.kind, c.on_day, c.at_time
from supervision_contact c
where c.offender in (select value from json_each($1)) and c.on_day >= $2 and c.state = 'Booked'
  and not exists (
        select 1 from supervision_contact e
        where e.offender = c.offender and e.state = 'Booked' and e.on_day >= $2
          and (e.on_day, e.at_time, e.id) < (c.on_day, c.at_time, c.id))
order by c.offender
