insert into event_unsealed (event) values ($1)
