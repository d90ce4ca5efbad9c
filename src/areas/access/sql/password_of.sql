select account, hash, set_at, must_change from account_password where account = $1
