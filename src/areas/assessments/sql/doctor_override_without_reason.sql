select id, 'has no reason, no signature or no end' as words
from assessment_tier_override
where reason = '' or set_by = '' or until_day <= from_day or (ended_on is null) <> (ended_by = '')
