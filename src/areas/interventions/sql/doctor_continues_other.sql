select r.id, 'goes on from a referral that was not carried on' as words
from intervention_referral r join intervention_referral e on e.id = r.continues
where e.state <> 'CarriedOn'
