select id, offender, version, kind, words, weekdays, from_day, until_day, from_time, until_time, travel_minutes, source, recorded_on, recorded_by, ended_because
from appointment_commitment
where offender = $1 and (until_day is null or until_day > $2)
order by from_day, id limit $3
