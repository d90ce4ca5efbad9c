select b.id, b.kind, b.code,
       coalesce((select n.name from body_name n
                  where n.body = b.id and n.from_day <= $2 order by n.from_day desc limit 1),
                (select n.name from body_name n
                  where n.body = b.id order by n.from_day limit 1)) as name,
       b.began_on, b.began, b.ended_on, b.ended,
       b.source, b.certainty, b.dates_certainty, b.note
from body b
join body_place p on p.body = b.id and p.parent = $1
where p.from_day = (select max(q.from_day) from body_place q where q.body = b.id and q.from_day <= $2)
  and (b.began_on is null or b.began_on <= $2)
  and (b.ended_on is null or b.ended_on > $2)
order by b.code
