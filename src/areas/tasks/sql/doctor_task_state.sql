select id, 'is open and closed at once, or due before its clock began' as words
from task where (state = 'Open') <> (closed_on is null) or due_on < counted_from
