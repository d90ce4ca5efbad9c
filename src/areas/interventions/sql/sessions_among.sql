select id, referral, on_day, attendance, words, recorded_by
from intervention_session where referral in (select value from json_each($1))
order by referral, on_day
