select count(*) filter (where due_on < $2) as overdue,
       count(*) filter (where due_on = $2) as today,
       count(*) filter (where due_on > $2 and due_on <= $3) as week,
       count(*) filter (where due_on > $3) as later
from task where account = $1 and state = 'Open'
