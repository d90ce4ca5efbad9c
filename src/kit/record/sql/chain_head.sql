select position, chain, sealed_at as at from event_seal order by position desc limit 1
