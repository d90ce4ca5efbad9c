create table offender_address (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    source_record bigint references offender_record (id),
    line text not null,
    postcode text not null,
    from_day date,
    source text not null
);
create index offender_address_by_offender on offender_address (offender);
create index offender_address_by_record on offender_address (source_record);
