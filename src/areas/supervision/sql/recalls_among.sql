select id, offender, sentence, contact, kind, reason, words, tried, requested_on, requested_by, endorsed_by, decision, decided_on,
       authority, decision_words, result, ended_on, release_on, result_words, recorded_by
from enforcement_recall where offender in (select value from json_each($1))
order by offender, requested_on, id
