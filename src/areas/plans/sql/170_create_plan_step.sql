-- Where an objective of management stands in the sentence plan: which need and requirement it answers, what it is for
-- and when it comes.
create table plan_step (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    objective bigint not null references plan_objective (id),
    version integer not null,
    section integer,
    requirement text not null,
    aim text not null,
    stage text not null,
    offering bigint references catalogue_offering (id),
    plain_words text not null,
    placed_on date not null,
    placed_by text not null
);
create unique index plan_step_by_objective on plan_step (objective);
create index plan_step_by_offender on plan_step (offender, id);
create index plan_step_by_offering on plan_step (offering);
