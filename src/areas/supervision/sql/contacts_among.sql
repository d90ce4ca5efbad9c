select id, offender, kind, setting, on_day, at_time, place, officer, state, outcome, outcome_on, outcome_by, booked_on, recorded_by
from supervision_contact
where id in (select value from json_each($1))
order by on_day, at_time, id
