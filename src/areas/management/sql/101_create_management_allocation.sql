-- The one offender manager from a day on. The end is the next row's from: neither gap nor overlap can be
-- written. A row without a manager is the termination.
create table management_allocation (
    offender bigint not null references offender (id),
    from_day date not null,
    manager bigint references account (id),
    kind text not null,
    area bigint references body (id),
    reason text not null,
    allocated_by text not null,
    primary key (offender, from_day)
);
create index management_allocation_by_manager on management_allocation (manager, offender, from_day);
create index management_allocation_by_area on management_allocation (area, from_day);

-- Beside the manager: the offender supervisor and the key worker of a prison. Keyed the same way.
create table management_support (
    offender bigint not null references offender (id),
    role text not null,
    from_day date not null,
    account bigint references account (id),
    set_by text not null,
    primary key (offender, role, from_day)
);
create index management_support_by_account on management_support (account, offender);
