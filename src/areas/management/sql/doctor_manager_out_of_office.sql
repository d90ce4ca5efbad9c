select a.offender as id, 'was given to somebody who was not in office on that day' as words
from management_allocation a
where a.manager is not null and not exists (
        select 1 from management_officer o
        where o.account = a.manager and o.from_day <= a.from_day
          and (o.until_day is null or o.until_day > a.from_day))
