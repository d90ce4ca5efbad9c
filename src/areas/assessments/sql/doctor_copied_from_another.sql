select a.id, 'is a copy of somebody else''s assessment' as words
from assessment a join assessment b on b.id = a.copied_from
where b.offender <> a.offender or b.state = 'Open'
