select m.offender as id, 'was received on a warrant against somebody else' as words
from movement m join movement_warrant w on w.id = m.warrant
where w.offender <> m.offender
