-- The plan as it was signed or reviewed, with the offender's words and what it rested on that day.
create table plan_signing (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    signed_on date not null,
    stand text not null,
    words text not null,
    note text not null,
    no_behaviour text not null,
    recorded_by text not null,
    review_on date not null,
    needs text not null,
    tier text not null,
    requirements text not null,
    location text not null,
    content text not null
);
create index plan_signing_by_offender on plan_signing (offender, signed_on, id);
