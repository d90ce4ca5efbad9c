select id, offender, made_on, made_by, made_by_name, law, facts, reason, state, decided_on, decided_by,
       decided_by_name, decision_note
from release_dates_calculation where id > $1 order by id limit $2
