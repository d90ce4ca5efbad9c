select h.offender as id, 'is held, and there is no such record, or the span ends before it begins' as words
from access_hold h
where not exists (select 1 from offender o where o.id = h.offender)
   or h.until_day < h.from_day
