delete from account_session where account = $1 and token_digest <> $2
