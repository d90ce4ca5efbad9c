select count(*) as started,
       count(*) filter (where state = 'Started') as under_way,
       count(*) filter (where state = 'Completed') as completed,
       count(*) filter (where state = 'NotCompleted') as not_completed,
       count(*) filter (where state = 'CarriedOn') as carried_on
from intervention_referral
where offering = $1 and started_on >= $2 and started_on < $3
