insert into account_password (account, hash, set_at, must_change) values ($1, $2, $3, $4)
on conflict (account) do update set hash = excluded.hash, set_at = excluded.set_at, must_change = excluded.must_change
