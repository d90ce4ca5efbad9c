select m.offender as id, 'is on the roll of a prison that does not hold the record' as words
from movement m
where m.prison is not null
  and not exists (select 1 from movement n where n.offender = m.offender and n.at > m.at)
  and not exists (select 1 from access_hold h
        where h.offender = m.offender and h.scope_kind = 'prison' and h.body = m.prison and h.until_day is null)
