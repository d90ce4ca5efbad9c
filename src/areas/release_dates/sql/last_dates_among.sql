select c.offender, c.id as calculation, d.type, d.on_day
from release_dates_calculation c join release_dates_date d on d.calculation = c.id
where c.offender in (select value from json_each($1))
  and not exists (select 1 from release_dates_calculation n where n.offender = c.offender and n.id > c.id)
order by c.offender, d.type
