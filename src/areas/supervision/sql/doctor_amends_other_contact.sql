select n.id, 'amends a note about something else' as words
from supervision_note n join supervision_note a on a.id = n.amends
where a.contact <> n.contact or a.id >= n.id
