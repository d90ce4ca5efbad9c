insert into record_read (number, at, actor, actor_name, subject_kind, subjects, route, reason, request)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
