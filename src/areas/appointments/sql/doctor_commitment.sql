select id, 'ends before it begins, or at a time before it' as words
from appointment_commitment
where until_day < from_day or (from_time = '') <> (until_time = '') or (from_time <> '' and from_time >= until_time)
   or travel_minutes < 0
