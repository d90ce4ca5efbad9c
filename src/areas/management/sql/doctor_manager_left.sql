select a.offender as id, 'is still with somebody who left office' as words
from management_allocation a
where a.manager is not null
  and not exists (
        select 1 from management_allocation n where n.offender = a.offender and n.from_day > a.from_day)
  and not exists (
        select 1 from management_officer o where o.account = a.manager and o.until_day is null)
