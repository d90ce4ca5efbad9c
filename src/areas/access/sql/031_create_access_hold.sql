-- Which offenders a scope holds, over which span. Other areas open and close holds through our face.
create table access_hold (
    offender bigint not null,
    scope_kind text not null,
    body bigint not null,
    from_day date not null,
    until_day date,
    primary key (offender, scope_kind, body, from_day)
);
create index access_hold_of_body on access_hold (scope_kind, body, offender);

-- An offender whose record is for named people only.
create table access_restriction (
    id bigint not null primary key,
    offender bigint not null,
    reason text not null,
    from_day date not null,
    until_day date
);
create index access_restriction_of_offender on access_restriction (offender);

create table access_restriction_reader (
    id bigint not null primary key,
    offender bigint not null,
    account bigint not null references account (id),
    from_day date not null,
    until_day date
);
create index access_restriction_reader_of_offender on access_restriction_reader (offender, account);
create index access_restriction_reader_of_account on access_restriction_reader (account);
