select id, offender, court, court_words, heard_on, outcome, recorded_by
from sentence_appearance where id = $1
