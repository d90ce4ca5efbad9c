select a.id, 'is about a contact of somebody else, or of a later day' as words
from enforcement_answer a join supervision_contact c on c.id = a.contact
where c.offender <> a.offender or a.on_day < c.on_day
