-- What somebody must do by when. `source` says what asked for it, so that nothing is asked for twice.
create table task (
    id bigint not null primary key,
    offender bigint references offender (id),
    kind text not null,
    what text not null,
    counted_from date not null,
    due_on date not null,
    rule text not null,
    cite text not null,
    certainty text not null,
    account bigint references account (id),
    list_kind text not null,
    list_body bigint not null,
    state text not null,
    source text collate "C" not null unique,
    opened_on date not null,
    opened_by text not null,
    closed_on date,
    closed_by text not null,
    note text not null
);
create index task_by_account on task (account, state, due_on, id);
create index task_by_list on task (list_kind, list_body, state, due_on, id);
create index task_by_offender on task (offender, state, due_on);
