select offender, scope_kind, body, from_day, until_day from access_hold
where offender = $1 order by from_day desc, scope_kind
