select id, offender, offering, intervention, continues, state, referred_on, referred_by, note,
       decided_on, decided_by, started_on, ended_on, ended_by, reason
from intervention_referral
where offering = $1 and started_on >= $2 and started_on < $3 and (started_on, id) > ($4, $5)
order by started_on, id limit $6
