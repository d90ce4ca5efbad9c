select p.body, p.from_day, p.parent, p.source, p.certainty
from body_place p
join body b on b.id = p.body
where b.kind = $1
  and p.from_day = (select max(q.from_day) from body_place q
                    where q.body = p.body and q.from_day <= $2)
order by p.body
