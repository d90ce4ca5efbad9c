select id, version, name, shown_name, role, scope_kind, scope_body, state, demonstration, added_on
from account where id in (select value from json_each($1)) order by shown_name, id
