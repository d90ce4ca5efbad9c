select account, count(*) filter (where due_on < $2) as overdue, count(*) as open
from task where account in (select value from json_each($1)) and state = 'Open'
group by account order by account
