select id, code, title, holder, item
from legislation_power
order by id
