delete from account_session where token_digest = $1
