-- One assessment of one person. Open until it is signed; locked when a second person has signed too,
-- or none is wanted.
create table assessment (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    version integer not null,
    form text not null,
    state text not null,
    copied_from bigint references assessment (id),
    started_on date not null,
    started_by text not null,
    signed_on date,
    signer bigint,
    signed_by text not null,
    countersigned_on date,
    countersigner bigint,
    countersigned_by text not null,
    sent_back text not null
);
create index assessment_by_offender on assessment (offender, id);
create index assessment_by_copied on assessment (copied_from);
