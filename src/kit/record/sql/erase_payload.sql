delete from event_payload where event = $1
