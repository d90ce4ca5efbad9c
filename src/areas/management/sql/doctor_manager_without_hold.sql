select a.offender as id, 'has a manager who does not hold the record' as words
from management_allocation a
where a.manager is not null
  and not exists (
        select 1 from management_allocation n where n.offender = a.offender and n.from_day > a.from_day)
  and not exists (
        select 1 from access_hold h
        where h.offender = a.offender and h.scope_kind = 'caseload' and h.body = a.manager and h.until_day is null)
