select id, offender, version, kind, words, weekdays, from_day, until_day, from_time, until_time, travel_minutes, source, recorded_on, recorded_by, ended_because
from appointment_commitment where id = $1
