select s.offender, s.role, s.from_day, s.account, s.set_by
from management_support s
where s.offender in (select value from json_each($1)) and s.from_day <= $2 and s.account is not null
  and not exists (
        select 1 from management_support n
        where n.offender = s.offender and n.role = s.role and n.from_day > s.from_day and n.from_day <= $2)
order by s.offender, s.role
