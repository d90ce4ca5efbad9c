select h.post, h.from_day, h.manner, h.holder, h.source, h.certainty, h.note
from post_holding h
where h.from_day = (select max(q.from_day) from post_holding q
                    where q.post = h.post and q.from_day <= $1)
order by h.post
