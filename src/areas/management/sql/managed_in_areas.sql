select a.offender,
       count(case when not exists (
             select 1 from management_allocation n
             where n.offender = a.offender and n.from_day > a.from_day and n.from_day <= $3) then 1 end) > 0 as on_last_day
from management_allocation a
where a.area in (select value from json_each($1)) and a.manager is not null and a.from_day <= $3
  and not exists (
        select 1 from management_allocation n
        where n.offender = a.offender and n.from_day > a.from_day and n.from_day <= $2)
group by a.offender order by a.offender limit $4
