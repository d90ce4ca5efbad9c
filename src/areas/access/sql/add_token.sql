insert into account_token (id, token_digest, account, label, permissions, added_at, ends_at) values ($1, $2, $3, $4, $5, $6, $7)
