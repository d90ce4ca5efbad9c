select begun_at, ends_at, address, browser from account_session where account = $1 and ends_at > $2 order by begun_at desc limit 50
