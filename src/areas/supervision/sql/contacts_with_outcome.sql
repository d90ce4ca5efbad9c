-- What had an outcome, by day.
select id, offender, kind, setting, on_day, at_time, place, officer, state, outcome, outcome_on, outcome_by, booked_on, recorded_by
from supervision_contact
where offender = $1 and outcome is not null
order by on_day, id
