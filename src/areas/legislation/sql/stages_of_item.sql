select item, from_day, stage, source, certainty, note
from legislation_stage
where item = $1
order by from_day
