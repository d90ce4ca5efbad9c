select l.post, l.from_day, l.reports_to, l.source, l.certainty
from post_line l
where l.from_day = (select max(q.from_day) from post_line q
                    where q.post = l.post and q.from_day <= $1)
order by l.post
