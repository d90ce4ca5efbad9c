select id, 'does not say which ' || subject || ' it is about' as words
from challenge
where (subject = 'Score') <> (assessment is not null) or (subject = 'Tier') <> (tier_on is not null)
   or (subject = 'Note') <> (note is not null) or (note is null) <> (contact is null)
