select s.power, s.from_day, s.state, s.source, s.certainty, s.note
from legislation_power_state s
join legislation_power p on p.id = s.power
where p.code = $1 and s.from_day <= $2
order by s.from_day desc
limit 1
