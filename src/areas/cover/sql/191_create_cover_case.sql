-- Who covers one case of an officer who is away, over [from_day, until_day). The offender manager stays who it is.
create table cover_case (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    absence bigint not null references cover_absence (id),
    version integer not null,
    coverer bigint not null references account (id),
    from_day date not null,
    until_day date not null,
    reason text not null,
    recorded_on date not null,
    recorded_by text not null
);
create index cover_case_by_offender on cover_case (offender, from_day, id);
create index cover_case_by_absence on cover_case (absence, offender);
create index cover_case_by_coverer on cover_case (coverer, until_day);
