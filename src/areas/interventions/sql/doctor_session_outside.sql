select s.id, 'was held before its referral started or after it ended' as words
from intervention_session s join intervention_referral r on r.id = s.referral
where r.started_on is null or s.on_day < r.started_on or (r.ended_on is not null and s.on_day > r.ended_on)
