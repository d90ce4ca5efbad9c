-- A prisoner says that a date is wrong. When the answer is due is worked out from the day, never stored.
create table release_dates_challenge (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    type text not null,
    made_on date not null,
    words text not null,
    recorded_by text not null,
    answered_on date,
    outcome text,
    answer text not null,
    answered_by text not null
);
create index release_dates_challenge_by_offender on release_dates_challenge (offender, made_on);
