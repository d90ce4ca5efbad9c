-- Two offenders that may be one person, for somebody to decide.
create table offender_link_candidate (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    other bigint not null references offender (id),
    reason text not null,
    evidence text not null,
    state text not null,
    found_on date not null,
    decided_on date,
    decided_by text not null
);
create unique index offender_link_candidate_of_pair on offender_link_candidate (offender, other);
create index offender_link_candidate_by_other on offender_link_candidate (other);
create index offender_link_candidate_by_state on offender_link_candidate (state, id);
