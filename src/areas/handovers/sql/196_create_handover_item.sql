-- One thing to be done of a checklist, in the words that it had when it was opened.
create table handover_item (
    id bigint not null primary key,
    handover bigint not null references handover (id),
    offender bigint not null references offender (id),
    code text not null,
    words text not null,
    done_on date,
    done_by text not null,
    note text not null
);
create index handover_item_by_handover on handover_item (handover, id);
create index handover_item_by_offender on handover_item (offender, id);
