-- A body of the service, a body it answers to, or one it works beside.
create table body (
    id bigint not null primary key,
    kind text collate "C" not null,
    code text collate "C" not null,
    began_on date,
    began text not null,
    ended_on date,
    ended text,
    source text not null,
    certainty text not null,
    dates_certainty text not null,
    note text not null,
    unique (kind, code)
);

-- Each row holds until the next one of the same body: neither gap nor overlap can be written.
create table body_name (
    body bigint not null references body (id),
    from_day date not null,
    name text not null,
    source text not null,
    certainty text not null,
    primary key (body, from_day)
);

create table body_place (
    body bigint not null references body (id),
    from_day date not null,
    parent bigint not null references body (id),
    source text not null,
    certainty text not null,
    primary key (body, from_day)
);
create index body_place_under_parent on body_place (parent, body);

-- Which area an area is run with; with itself: it stands alone again.
create table body_merger (
    body bigint not null references body (id),
    from_day date not null,
    into_body bigint not null references body (id),
    source text not null,
    certainty text not null,
    primary key (body, from_day)
);
create index body_merger_into on body_merger (into_body, body);
