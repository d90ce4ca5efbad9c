select c.id, 'is not within the absence, or is given to the officer who is away' as words
from cover_case c
join cover_absence a on a.id = c.absence
where c.coverer = a.account or c.until_day < c.from_day or c.from_day < a.from_day
   or (c.from_day < c.until_day and c.until_day > a.until_day)
