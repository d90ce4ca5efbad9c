select event from event_unsealed order by event limit $1
