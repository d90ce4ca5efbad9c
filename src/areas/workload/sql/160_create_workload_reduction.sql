-- Hours a week that an officer has not for cases, over [from_day, until_day). One that was recorded by mistake ends
-- on its first day.
create table workload_reduction (
    id bigint not null primary key,
    account bigint not null references account (id),
    version integer not null,
    reason text not null,
    minutes_a_week integer not null,
    from_day date not null,
    until_day date,
    note text not null,
    recorded_on date not null,
    recorded_by text not null,
    ended_by text not null,
    ended_because text not null
);
create index workload_reduction_by_account on workload_reduction (account, from_day);
