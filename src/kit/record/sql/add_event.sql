insert into event (id, command, kind, subject_kind, subject, partition, day, recorded_at, actor, actor_name, digest)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
