-- A calculation that somebody stored: what it rests on, under which law, and who decided on it. `facts`
-- is JSON, so that it can be replayed whatever became of the record.
create table release_dates_calculation (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    made_on date not null,
    made_by bigint not null,
    made_by_name text not null,
    law text not null,
    facts text not null,
    reason text not null,
    state text not null,
    decided_on date,
    decided_by bigint,
    decided_by_name text not null,
    decision_note text not null
);
create index release_dates_calculation_by_offender on release_dates_calculation (offender, id);
create table release_dates_date (
    calculation bigint not null references release_dates_calculation (id),
    type text collate "C" not null,
    on_day date not null,
    falls_on date,
    primary key (calculation, type)
);
