select a.id, a.version, a.name, a.shown_name, a.role, a.scope_kind, a.scope_body, a.state, a.demonstration, a.added_on,
    p.must_change as must_change_password
from account_session s join account a on a.id = s.account join account_password p on p.account = a.id
where s.token_digest = $1 and s.ends_at > $2 and a.state = 'Active'
