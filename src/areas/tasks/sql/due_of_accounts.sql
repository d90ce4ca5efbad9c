select id, offender, kind, what, counted_from, due_on, rule, cite, certainty, account, list_kind, list_body, state, source,
       opened_on, opened_by, closed_on, closed_by, note
from task
where account in (select value from json_each($1)) and state = 'Open' and due_on <= $2 and (due_on, id) > ($3, $4)
order by due_on, id limit $5
