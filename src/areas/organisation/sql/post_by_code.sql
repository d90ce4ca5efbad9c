select id, code, title, body, began_on, ended_on, accountability, source, certainty
from post
where code = $1
