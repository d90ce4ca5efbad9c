select id, code, title, body, began_on, ended_on, accountability, source, certainty
from post
where (began_on is null or began_on <= $1) and (ended_on is null or ended_on > $1)
order by id
