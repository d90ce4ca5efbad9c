-- `value` as it was given; `canonical` only when it is right; `search_key` is what it is found by, and
-- `match_key` what records are joined on: the canonical value as a number, so that lists of them can
-- be asked for at once.
create table offender_identifier (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    source_record bigint references offender_record (id),
    kind text not null,
    value text not null,
    canonical text,
    match_key bigint,
    search_key text collate "C" not null,
    state text not null,
    source text not null
);
create index offender_identifier_by_offender on offender_identifier (offender);
create index offender_identifier_by_record on offender_identifier (source_record);
create index offender_identifier_by_match on offender_identifier (match_key, offender);
create index offender_identifier_by_key on offender_identifier (search_key, offender);
