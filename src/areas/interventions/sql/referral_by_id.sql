select id, offender, offering, intervention, continues, state, referred_on, referred_by, note,
       decided_on, decided_by, started_on, ended_on, ended_by, reason
from intervention_referral where id = $1
