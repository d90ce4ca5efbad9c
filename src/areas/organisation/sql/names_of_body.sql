select body, from_day, name, source, certainty
from body_name
where body = $1
order by from_day
