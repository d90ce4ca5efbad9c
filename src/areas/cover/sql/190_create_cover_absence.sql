-- An officer is away over [from_day, until_day). One that was taken back ends on its first day.
create table cover_absence (
    id bigint not null primary key,
    account bigint not null references account (id),
    version integer not null,
    kind text not null,
    from_day date not null,
    until_day date not null,
    note text not null,
    recorded_on date not null,
    recorded_by text not null,
    changed_by text not null,
    changed_because text not null
);
create index cover_absence_by_account on cover_absence (account, from_day);
