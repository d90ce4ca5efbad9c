delete from event_unsealed where event <= $1
