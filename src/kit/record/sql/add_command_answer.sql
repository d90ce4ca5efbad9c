insert into command_answer (account, idempotency_key, route, body_digest, status, answer, answered_at)
values ($1, $2, $3, $4, $5, $6, $7)
