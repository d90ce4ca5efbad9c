select contact as id, 'was booked in spite of a clash without a reason' as words
from appointment_in_series where clashes <> '' and despite = ''
