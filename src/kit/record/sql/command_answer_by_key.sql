select body_digest, status, answer
from command_answer
where account = $1 and idempotency_key = $2
