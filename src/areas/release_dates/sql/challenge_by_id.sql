select id, offender, type, made_on, words, recorded_by, answered_on, outcome, answer, answered_by
from release_dates_challenge where id = $1
