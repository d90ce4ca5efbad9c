select b.id, b.kind, b.code,
       coalesce((select n.name from body_name n
                  where n.body = b.id and n.from_day <= $3 order by n.from_day desc limit 1),
                (select n.name from body_name n
                  where n.body = b.id order by n.from_day limit 1)) as name,
       b.began_on, b.began, b.ended_on, b.ended,
       b.source, b.certainty, b.dates_certainty, b.note
from body b
where b.kind = $1 and b.code = $2
