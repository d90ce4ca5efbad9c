select m.offender as id, 'was received without a warrant and without a reason' as words
from movement m
where m.move = 'Reception' and m.warrant is null and m.override_reason = ''
