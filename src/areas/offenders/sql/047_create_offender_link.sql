-- Why a record (or, after a decision, all of another offender's facts) stands under this offender.
create table offender_link (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    source_record bigint references offender_record (id),
    joined_offender bigint references offender (id),
    ground text not null,
    evidence text not null,
    state text not null,
    made_on date not null,
    made_by text not null,
    undone_on date,
    undone_by text not null
);
create index offender_link_by_offender on offender_link (offender);
create index offender_link_by_record on offender_link (source_record);
create index offender_link_by_joined on offender_link (joined_offender);

-- The facts that a decision moved, one by one, so that undoing it moves back exactly these.
create table offender_link_fact (
    link bigint not null references offender_link (id),
    fact_table text not null,
    fact bigint not null,
    primary key (link, fact)
);
