select m.body, m.from_day, m.into_body, m.source, m.certainty
from body_merger m
where m.from_day = (select max(q.from_day) from body_merger q
                    where q.body = m.body and q.from_day <= $1)
  and m.into_body <> m.body
order by m.body
