select candidate, account, reader, until from offender_candidate_hold
where candidate in (select value from json_each($1))
