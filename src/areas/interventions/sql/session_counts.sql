select referral,
       count(*) filter (where attendance = 'Attended') as attended,
       count(*) filter (where attendance = 'AcceptableAbsence') as acceptable,
       count(*) filter (where attendance = 'UnacceptableAbsence') as unacceptable
from intervention_session where referral in (select value from json_each($1))
group by referral order by referral
