select n.id, n.contact, n.amends, n.written_on, n.written_by, n.words
from supervision_note n join supervision_contact c on c.id = n.contact
where n.id = $1 and c.offender = $2
