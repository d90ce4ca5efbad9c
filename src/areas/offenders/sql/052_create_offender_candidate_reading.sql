-- Who looks at a pair, and until when: others leave it alone until then.
create table offender_candidate_hold (
    candidate bigint not null primary key references offender_link_candidate (id),
    account bigint not null,
    reader text not null,
    until text not null
);

-- What each reader said of a pair. Where a first reader asked a second, both are here.
create table offender_candidate_reading (
    id bigint not null primary key,
    candidate bigint not null references offender_link_candidate (id),
    account bigint not null,
    reader text not null,
    opinion text not null,
    reason text not null,
    asked_second boolean not null,
    read_on date not null
);
create index offender_candidate_reading_of on offender_candidate_reading (candidate, id);
create index offender_candidate_reading_asked on offender_candidate_reading (asked_second, candidate);

create index offender_address_by_postcode on offender_address (postcode, offender);
