select c.offender, c.absence, a.account as absent, c.coverer, c.from_day, c.until_day
from cover_case c
join cover_absence a on a.id = c.absence
where c.coverer = $1 and c.from_day <= $2 and c.until_day > $2
order by c.offender, c.from_day limit $3
