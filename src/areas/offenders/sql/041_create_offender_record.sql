-- One row of an extract as it came. Every fact that it brought names it.
create table offender_record (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    source text not null,
    record_key text not null,
    key_digest bigint not null,
    digest bigint not null,
    file text not null,
    line bigint not null,
    came_on date not null,
    content text not null,
    surname text not null,
    first_name text not null,
    middle_name text not null,
    birth_date date,
    sex text not null,
    ethnicity text
);
create unique index offender_record_by_digest on offender_record (digest);
create index offender_record_by_key on offender_record (key_digest);
create index offender_record_by_offender on offender_record (offender);
