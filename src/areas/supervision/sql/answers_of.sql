select id, offender, sentence, contact, kind, on_day, words, decided_by, recorded_by
from enforcement_answer where offender = $1 order by on_day, id
