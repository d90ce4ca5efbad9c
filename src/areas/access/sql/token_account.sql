select a.id, a.version, a.name, a.shown_name, a.role, a.scope_kind, a.scope_body, a.state, a.demonstration, a.added_on, t.permissions
from account_token t join account a on a.id = t.account
where t.token_digest = $1 and t.ends_at > $2 and t.revoked_at is null and a.state = 'Active'
