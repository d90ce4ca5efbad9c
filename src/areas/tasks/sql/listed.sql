select id, offender, kind, what, counted_from, due_on, rule, cite, certainty, account, list_kind, list_body, state, source,
       opened_on, opened_by, closed_on, closed_by, note
from task
where account is null and list_kind = $1 and list_body = $2 and state = 'Open' and (due_on, id) > ($3, $4)
order by due_on, id limit $5
