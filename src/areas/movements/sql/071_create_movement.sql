-- Where somebody was from an instant on. A row holds until the next one of the same offender, so that
-- neither two places at once nor a gap can be written. `prison` is the one on whose roll they are.
create table movement (
    offender bigint not null references offender (id),
    at text collate "C" not null,
    time_known boolean not null,
    move text not null,
    place text not null,
    body bigint references body (id),
    prison bigint references body (id),
    reason text not null,
    due_back date,
    warrant bigint references movement_warrant (id),
    override_reason text not null,
    recorded_by text not null,
    primary key (offender, at)
);
create index movement_by_prison on movement (prison, at, offender);
create index movement_by_body on movement (body, at);
create index movement_by_warrant on movement (warrant);
