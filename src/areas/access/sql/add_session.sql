insert into account_session (token_digest, account, begun_at, ends_at, address, browser) values ($1, $2, $3, $4, $5, $6)
