select id, offender, referral, about, question, prison, asked_on, asked_by, due_on, view, words, answered_on, answered_by, decision,
       decision_words, decided_on, decided_by
from intervention_consultation where referral = $1 order by asked_on desc, id desc limit 1
