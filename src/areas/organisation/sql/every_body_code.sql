select id, kind, code
from body
order by id
