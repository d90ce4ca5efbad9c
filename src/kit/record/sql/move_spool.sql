insert into record_spool (spool, shipped) values ($1, $2)
on conflict (spool) do update set shipped = excluded.shipped
