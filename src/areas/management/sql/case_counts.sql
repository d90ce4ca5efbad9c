select a.manager as account, count(*) as cases
from management_allocation a
where a.manager in (select value from json_each($1)) and a.from_day <= $2
  and not exists (
        select 1 from management_allocation n
        where n.offender = a.offender and n.from_day > a.from_day and n.from_day <= $2)
group by a.manager order by a.manager
