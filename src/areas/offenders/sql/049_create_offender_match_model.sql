-- What matching learned from the records, so that a weight can be made again.
create table offender_match_model (
    id bigint not null primary key,
    learned_on date not null,
    records bigint not null,
    content text not null
);
