select id, contact, offender, state, tries, taken_up_at, sent_to, why
from appointment_reminder where offender = $1 order by contact desc limit $2
