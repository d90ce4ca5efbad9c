select s.item, s.from_day, s.stage, s.source, s.certainty, s.note
from legislation_stage s
where s.from_day = (select max(q.from_day) from legislation_stage q
                    where q.item = s.item and q.from_day <= $1)
order by s.item
