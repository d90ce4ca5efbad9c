select id, 'was answered or decided before it was asked, or has a view without a day' as words
from intervention_consultation
where answered_on < asked_on or decided_on < asked_on or (view is null) <> (answered_on is null)
   or (decision is null) <> (decided_on is null)
