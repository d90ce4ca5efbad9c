select a.offender, a.from_day, a.manager, a.kind, a.area, a.reason, a.allocated_by
from management_allocation a
where a.manager in (select value from json_each($1)) and a.from_day <= $2
  and not exists (
        select 1 from management_allocation n
        where n.offender = a.offender and n.from_day > a.from_day and n.from_day <= $2)
order by a.manager, a.offender
