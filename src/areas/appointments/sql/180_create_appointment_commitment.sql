-- What somebody has to do at a set time, over [from_day, until_day): work, faith, childcare, with the way to it. One that
-- was recorded by mistake ends on its first day.
create table appointment_commitment (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    version integer not null,
    kind text not null,
    words text not null,
    weekdays text not null,
    from_day date not null,
    until_day date,
    from_time text not null,
    until_time text not null,
    travel_minutes integer not null,
    source text not null,
    recorded_on date not null,
    recorded_by text not null,
    ended_because text not null
);
create index appointment_commitment_by_offender on appointment_commitment (offender, from_day, id);
