delete from account_session where account = $1
