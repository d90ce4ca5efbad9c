select id, 'is open and nobody''s' as words
from task where state = 'Open' and account is null and list_kind = ''
