select id, offender, made_on, made_by, made_by_name, law, facts, reason, state, decided_on, decided_by,
       decided_by_name, decision_note
from release_dates_calculation where offender = $1 and state = $2 order by id desc limit 1
