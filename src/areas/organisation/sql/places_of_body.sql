select body, from_day, parent, source, certainty
from body_place
where body = $1
order by from_day
