select offender as id, 'has a manager or an end of management without a reason' as words
from management_allocation
where reason = '' or (manager is null) <> (kind = 'Ended')
