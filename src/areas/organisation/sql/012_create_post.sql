-- A post outlives its holders; nobody's address or number is kept here.
create table post (
    id bigint not null primary key,
    code text collate "C" not null unique,
    title text not null,
    body bigint not null references body (id),
    began_on date,
    ended_on date,
    accountability text not null,
    source text not null,
    certainty text not null
);
create index post_of_body on post (body);

create table post_line (
    post bigint not null references post (id),
    from_day date not null,
    reports_to bigint not null references post (id),
    source text not null,
    certainty text not null,
    primary key (post, from_day)
);
create index post_line_to on post_line (reports_to);

create table post_holding (
    post bigint not null references post (id),
    from_day date not null,
    manner text not null,
    holder text not null,
    source text not null,
    certainty text not null,
    note text not null,
    primary key (post, from_day)
);

create table board_seat (
    board bigint not null references body (id),
    post bigint not null references post (id),
    from_day date not null,
    capacity text not null,
    source text not null,
    certainty text not null,
    primary key (board, post, from_day)
);
create index board_seat_of_post on board_seat (post);
