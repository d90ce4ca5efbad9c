create table offender_birth_date (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    source_record bigint references offender_record (id),
    birth_date date not null,
    kind text not null
);
create index offender_birth_date_by_offender on offender_birth_date (offender);
create index offender_birth_date_by_record on offender_birth_date (source_record);
create index offender_birth_date_by_day on offender_birth_date (birth_date, offender);
