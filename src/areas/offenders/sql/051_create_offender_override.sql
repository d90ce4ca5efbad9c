-- What people decided of two offenders, whatever a model thinks: one person, or two.
create table offender_override (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    other bigint not null references offender (id),
    said text not null,
    reason text not null,
    made_on date not null,
    made_by text not null,
    expires_on date,
    ended_on date,
    ended_by text not null
);
create index offender_override_by_offender on offender_override (offender);
create index offender_override_by_other on offender_override (other);
