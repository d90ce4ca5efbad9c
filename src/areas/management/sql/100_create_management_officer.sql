-- Who is in office as an offender manager, where, over which span. One row a span; none overlap.
create table management_officer (
    account bigint not null references account (id),
    from_day date not null,
    until_day date,
    area bigint not null references body (id),
    unit bigint references body (id),
    grade text not null,
    weekly_hours integer not null,
    primary key (account, from_day)
);
create index management_officer_by_area on management_officer (area, from_day);
create index management_officer_by_unit on management_officer (unit);

-- Who is on duty for an area (or a region) from a day on; no account: nobody. The end is the next row's from.
create table management_duty (
    area bigint not null references body (id),
    from_day date not null,
    account bigint references account (id),
    set_by text not null,
    primary key (area, from_day)
);
create index management_duty_by_account on management_duty (account);
