select id, 'was decided before it was made, started before it was accepted, or ended before it started' as words
from intervention_referral
where decided_on < referred_on or (started_on is not null and decided_on is null) or started_on < decided_on
   or ended_on < coalesce(started_on, decided_on, referred_on)
