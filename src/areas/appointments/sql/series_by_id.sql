select id, offender, version, every, kind, setting, first_on, last_on, at_time, place, officer, booked, booked_on, booked_by, cancelled_on, cancelled_by, cancelled_because
from appointment_series where id = $1
