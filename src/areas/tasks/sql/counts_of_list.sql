select count(*) filter (where due_on < $3) as overdue,
       count(*) filter (where due_on = $3) as today,
       count(*) filter (where due_on > $3 and due_on <= $4) as week,
       count(*) filter (where due_on > $4) as later
from task where account is null and list_kind = $1 and list_body = $2 and state = 'Open'
