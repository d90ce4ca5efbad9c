create table record_read (
    number bigint not null primary key,
    at text not null,
    actor bigint not null,
    actor_name text not null,
    subject_kind text not null,
    subjects text not null,
    route text not null,
    reason text not null,
    request text not null
);
create index record_read_by_actor on record_read (actor, number);

create table record_read_subject (
    subject_kind text not null,
    subject bigint not null,
    number bigint not null references record_read (number),
    primary key (subject_kind, subject, number)
);
create index record_read_subject_of_read on record_read_subject (number);

-- How far each spool file has been shipped, moved in the transaction that ships it.
create table record_spool (
    spool text not null primary key,
    shipped bigint not null
);
