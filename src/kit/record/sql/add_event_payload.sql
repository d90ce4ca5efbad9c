insert into event_payload (event, salt, changes) values ($1, $2, $3)
