create table event (
    id bigint not null primary key,
    command bigint not null,
    kind text not null,
    subject_kind text not null,
    subject bigint not null,
    partition text not null,
    day date not null,
    recorded_at text not null,
    actor bigint not null,
    actor_name text not null,
    digest text not null
);
create index event_of_subject on event (subject_kind, subject, id);
create index event_of_command on event (command);

-- What may be erased stands apart from what the chain covers.
create table event_payload (
    event bigint not null primary key references event (id),
    salt text not null,
    changes text not null
);
