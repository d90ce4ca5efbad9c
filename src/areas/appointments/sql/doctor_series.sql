select s.id, 'has not the ' || s.booked || ' appointments that were booked' as words
from appointment_series s
where s.booked <> (select count(*) from appointment_in_series i where i.series = s.id)
   or exists (select 1 from appointment_in_series i where i.series = s.id and i.offender <> s.offender)
