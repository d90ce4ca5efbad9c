select id, contact, amends, written_on, written_by, words
from supervision_note where contact in (select value from json_each($1)) order by contact, id
