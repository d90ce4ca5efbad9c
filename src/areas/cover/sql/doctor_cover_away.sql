select c.id, 'is given to somebody who is away then' as words
from cover_case c
where c.from_day < c.until_day
  and exists (
        select 1 from cover_absence b
        where b.account = c.coverer and b.from_day < b.until_day
          and b.from_day < c.until_day and c.from_day < b.until_day)
