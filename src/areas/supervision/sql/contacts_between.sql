select id, offender, kind, setting, on_day, at_time, place, officer, state, outcome, outcome_on, outcome_by, booked_on, recorded_by
from supervision_contact
where offender in (select value from json_each($1)) and on_day >= $2 and on_day < $3
order by offender, on_day, at_time, id
