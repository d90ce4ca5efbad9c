select id, offender, kind, what, counted_from, due_on, rule, cite, certainty, account, list_kind, list_body, state, source,
       opened_on, opened_by, closed_on, closed_by, note
from task
where account = $1 and state = 'Open' and (due_on, id) > ($2, $3) and due_on <= $4
order by due_on, id limit $5
