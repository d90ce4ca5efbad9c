-- What is checked before somebody crosses a gate, from its opening to its closing. The checklist is that of the day of
-- its opening: it does not change with the risk. `rosh` is null where the risk of serious harm was not known then.
create table handover (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    version integer not null,
    gate text not null,
    checklist text not null,
    rosh text,
    crosses_on date not null,
    opened_on date not null,
    opened_by text not null,
    closed_on date,
    closed_by text not null,
    complete boolean,
    reason text not null
);
create index handover_by_offender on handover (offender, crosses_on, id);
