create table offender_alert (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    kind text not null,
    note text not null,
    from_day date not null,
    until_day date,
    added_by text not null
);
create index offender_alert_by_offender on offender_alert (offender);
