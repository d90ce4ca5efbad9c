select contact as id, 'does not say where it was sent, or why it failed' as words
from appointment_reminder
where sent_to = '' or tries < 1 or (state in ('Failed', 'NotKnown') and why = '')
