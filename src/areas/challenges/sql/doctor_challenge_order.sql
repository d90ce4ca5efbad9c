select id, 'was answered, or due, before it was received' as words
from challenge where answered_on < received_on or due_on < received_on
