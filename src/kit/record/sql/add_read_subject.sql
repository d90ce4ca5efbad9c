insert into record_read_subject (subject_kind, subject, number) values ($1, $2, $3)
on conflict do nothing
