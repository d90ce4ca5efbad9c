select a.id, 'overlaps another absence of the same officer, or ends before it begins' as words
from cover_absence a
where a.until_day < a.from_day
   or exists (
        select 1 from cover_absence b
        where b.account = a.account and b.id <> a.id and a.from_day < a.until_day and b.from_day < b.until_day
          and b.from_day < a.until_day and a.from_day < b.until_day)
