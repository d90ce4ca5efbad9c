select id, offender, type, made_on, words, recorded_by, answered_on, outcome, answer, answered_by
from release_dates_challenge where offender in (select value from json_each($1)) order by offender, made_on desc, id
