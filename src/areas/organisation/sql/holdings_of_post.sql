select post, from_day, manner, holder, source, certainty, note
from post_holding
where post = $1
order by from_day
