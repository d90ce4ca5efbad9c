select offender as id, 'wants to be reminded, with no address or nobody to ring' as words
from reminder_consent where says = 'Yes' and (email = '' or ring = '')
