select c.id, 'covers a case that another covers on the same day' as words
from cover_case c
where c.from_day < c.until_day
  and exists (
        select 1 from cover_case d
        where d.offender = c.offender and d.absence = c.absence and d.id <> c.id and d.from_day < d.until_day
          and d.from_day < c.until_day and c.from_day < d.until_day)
