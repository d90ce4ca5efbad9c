-- Who was shown: a row for every person on every page. What they belong to is written in the same
-- transaction and never taken away, and the doctor counts; a foreign key asked for each row again.
create table record_read_subject_free (
    subject_kind text not null,
    subject bigint not null,
    number bigint not null,
    primary key (subject_kind, subject, number)
);
insert into record_read_subject_free (subject_kind, subject, number)
    select subject_kind, subject, number from record_read_subject;
drop table record_read_subject;
alter table record_read_subject_free rename to record_read_subject;
