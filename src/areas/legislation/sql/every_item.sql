select id, code, kind, title, citation, link, source, certainty, note
from legislation_item
order by code
