-- Days that a prison awarded for an offence against discipline, or gave back.
create table release_dates_added_days (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    kind text not null,
    days integer not null,
    decided_on date not null,
    reason text not null,
    recorded_by text not null
);
create index release_dates_added_days_by_offender on release_dates_added_days (offender, decided_on);
