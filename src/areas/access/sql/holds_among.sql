select offender, scope_kind, body, from_day, until_day from access_hold
where offender in (select value from json_each($1)) order by offender, from_day desc, scope_kind
