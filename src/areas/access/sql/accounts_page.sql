select id, version, name, shown_name, role, scope_kind, scope_body, state, demonstration, added_on
from account where name > $1 order by name limit $2
