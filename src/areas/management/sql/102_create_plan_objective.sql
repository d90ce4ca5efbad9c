create table plan_objective (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    version integer not null,
    need text not null,
    objective text not null,
    activity text not null,
    who text not null,
    by_day date not null,
    state text not null,
    set_on date not null,
    set_by text not null,
    closed_on date,
    closed_by text not null,
    note text not null
);
create index plan_objective_by_offender on plan_objective (offender, state, by_day);
