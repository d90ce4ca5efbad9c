-- What allows a prison to hold somebody: who issued it, when, and what it authorises.
create table movement_warrant (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    kind text not null,
    court bigint references body (id),
    issued_on date not null,
    authorises text not null,
    recorded_by text not null
);
create index movement_warrant_by_offender on movement_warrant (offender, issued_on);
create index movement_warrant_by_court on movement_warrant (court);
