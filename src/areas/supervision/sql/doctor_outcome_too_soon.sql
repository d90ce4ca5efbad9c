select id, 'has an outcome of before its time, or is done without being over' as words
from supervision_contact
where outcome_on < on_day or (outcome is not null and state <> 'Done')
