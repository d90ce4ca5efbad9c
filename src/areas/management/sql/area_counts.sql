select a.area, count(*) as cases, count(*) filter (where a.kind = 'Duty') as by_duty
from management_allocation a
where a.area in (select value from json_each($1)) and a.from_day <= $2 and a.manager is not null
  and not exists (
        select 1 from management_allocation n
        where n.offender = a.offender and n.from_day > a.from_day and n.from_day <= $2)
group by a.area order by a.area
