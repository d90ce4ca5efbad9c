select id, 'was decided before it was asked for, or ended before it was decided' as words
from enforcement_recall
where decided_on < requested_on or (decision is null) <> (decided_on is null) or ended_on < decided_on
   or (result is null) <> (ended_on is null)
   or (result is not null and (decision is null or decision <> 'Revoked'))
