delete from account_session where ends_at <= $1
