select s.id, 'follows a sentence of somebody else' as words
from sentence s join sentence b on b.id = s.consecutive_to
where b.offender <> s.offender
