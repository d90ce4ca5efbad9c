select a.account as id, 'holds two offices at once, or one that ends before it begins' as words
from management_officer a
where a.until_day < a.from_day or exists (
        select 1 from management_officer b
        where b.account = a.account and b.from_day > a.from_day
          and (a.until_day is null or a.until_day > b.from_day))
