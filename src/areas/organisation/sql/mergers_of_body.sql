select body, from_day, into_body, source, certainty
from body_merger
where body = $1 or into_body = $1
order by from_day, body
