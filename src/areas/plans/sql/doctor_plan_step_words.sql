select id, 'has no plain words for the offender, or nobody who placed it' as words
from plan_step where plain_words = '' or placed_by = ''
