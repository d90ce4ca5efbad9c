create table account (
    id bigint not null primary key,
    version integer not null,
    name text collate "C" not null unique,
    shown_name text not null,
    role text not null,
    scope_kind text not null,
    scope_body bigint not null,
    state text not null,
    demonstration boolean not null,
    added_on date not null
);

-- Secrets stand apart: never in an event, never shown, never replayed.
create table account_password (
    account bigint not null primary key references account (id),
    hash text not null,
    set_at text not null,
    must_change boolean not null
);

create table account_session (
    token_digest text not null primary key,
    account bigint not null references account (id),
    begun_at text not null,
    ends_at text not null,
    address text not null,
    browser text not null
);
create index account_session_of_account on account_session (account);

create table account_token (
    id bigint not null primary key,
    token_digest text not null unique,
    account bigint not null references account (id),
    label text not null,
    permissions text not null,
    added_at text not null,
    ends_at text not null,
    revoked_at text
);
create index account_token_of_account on account_token (account);
