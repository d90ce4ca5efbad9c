select d.area, d.from_day, d.account, d.set_by
from management_duty d
where d.area in (select value from json_each($1)) and d.from_day <= $2
  and not exists (
        select 1 from management_duty n
        where n.area = d.area and n.from_day > d.from_day and n.from_day <= $2)
order by d.area
