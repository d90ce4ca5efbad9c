select id, contact, offender, series, clashes, despite
from appointment_in_series where series = $1 order by contact
