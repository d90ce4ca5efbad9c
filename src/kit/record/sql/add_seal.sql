insert into event_seal (position, event, chain, sealed_at) values ($1, $2, $3, $4)
