create table offender_name (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    source_record bigint references offender_record (id),
    kind text not null,
    first_name text not null,
    middle_name text not null,
    surname text not null
);
create index offender_name_by_offender on offender_name (offender);
create index offender_name_by_record on offender_name (source_record);

-- The folded words of names, for searching.
create table offender_name_token (
    name bigint not null references offender_name (id),
    token text collate "C" not null,
    offender bigint not null references offender (id),
    primary key (name, token)
);
create index offender_name_token_by_token on offender_name_token (token, offender);
create index offender_name_token_by_offender on offender_name_token (offender);
