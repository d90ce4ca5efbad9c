select id, offender, kind, setting, on_day, at_time, place, officer, state, outcome, outcome_on, outcome_by, booked_on, recorded_by
from supervision_contact
where offender = $1 and (on_day, id) < ($2, $3) and ($4 = '' or kind = $4) and ($5 = '' or state = $5)
order by on_day desc, id desc limit $6
