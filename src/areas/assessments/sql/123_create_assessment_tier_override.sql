-- A tier that a named person set in place of the one that the rules give. Both are kept.
create table assessment_tier_override (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    scheme text not null,
    tier text not null,
    instead_of text not null,
    reason text not null,
    from_day date not null,
    until_day date not null,
    set_by text not null,
    ended_on date,
    ended_by text not null,
    end_reason text not null
);
create index assessment_tier_override_by_offender on assessment_tier_override (offender, from_day);
