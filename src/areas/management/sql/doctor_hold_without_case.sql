select h.offender as id, 'stands on a caseload of somebody who does not manage the offender' as words
from access_hold h
where h.scope_kind = 'caseload' and h.until_day is null
  and not exists (
        select 1 from management_allocation a
        where a.offender = h.offender and a.manager = h.body
          and not exists (
                select 1 from management_allocation n where n.offender = a.offender and n.from_day > a.from_day))
