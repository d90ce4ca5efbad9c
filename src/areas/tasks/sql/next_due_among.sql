select offender, what, due_on
from task where offender in (select value from json_each($1)) and state = 'Open' order by offender, due_on, id
