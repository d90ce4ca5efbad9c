select id, 'is open and closed at once' as words
from plan_objective where (state = 'Open') <> (closed_on is null)
