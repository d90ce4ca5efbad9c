delete from event_unsealed where event in (select value from json_each($1))
