select id, offender, version, subject, assessment, predictor, tier_on, contact, note, contested, entered_by, words,
       received_on, due_on, asked, asked_name, recorded_by, outcome, answered_on, answer, answered_by
from challenge where offender = $1
order by received_on desc, id desc
