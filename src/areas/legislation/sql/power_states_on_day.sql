select s.power, s.from_day, s.state, s.source, s.certainty, s.note
from legislation_power_state s
where s.from_day = (select max(q.from_day) from legislation_power_state q
                    where q.power = s.power and q.from_day <= $1)
order by s.power
