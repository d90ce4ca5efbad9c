select account, from_day, until_day, area, unit, grade, weekly_hours
from management_officer
where account in (select value from json_each($1)) and from_day <= $2 and (until_day is null or until_day > $2)
