select account, from_day, until_day, area, unit, grade, weekly_hours
from management_officer where account = $1 order by from_day desc
