select c.offender, c.id as calculation, c.decided_on as approved_on, c.decided_by_name as approved_by, d.type,
       d.on_day, d.falls_on
from release_dates_calculation c join release_dates_date d on d.calculation = c.id
where c.offender in (select value from json_each($1)) and c.state = 'Approved'
  and not exists (select 1 from release_dates_calculation n
                  where n.offender = c.offender and n.state = 'Approved' and n.id > c.id)
order by c.offender, d.type
