select id, 'stands in a state that its days do not bear out' as words
from intervention_referral
where (state in ('Referred', 'Accepted', 'Waiting', 'Started')) <> (ended_on is null)
   or (state = 'Referred' and decided_on is not null)
   or (state in ('Accepted', 'Waiting', 'Started', 'Completed', 'NotCompleted', 'CarriedOn') and decided_on is null)
   or (state in ('Started', 'Completed', 'NotCompleted', 'CarriedOn') and started_on is null)
   or (state in ('Referred', 'Accepted', 'Waiting', 'Refused') and started_on is not null)
