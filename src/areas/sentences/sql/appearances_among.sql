select id, offender, court, court_words, heard_on, outcome, recorded_by
from sentence_appearance where offender in (select value from json_each($1)) order by offender, heard_on, id
