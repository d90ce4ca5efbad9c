select id, 'was approved by the one who made it' as words
from release_dates_calculation where state = 'Approved' and decided_by = made_by
