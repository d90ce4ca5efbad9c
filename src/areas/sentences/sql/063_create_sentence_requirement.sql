-- A requirement of an order, `kind` being a code of data/disposals.csv, and how much of it.
create table sentence_requirement (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    sentence bigint not null references sentence (id),
    kind text not null,
    amount integer,
    unit text not null,
    words text not null,
    punishes boolean not null,
    reduces_reoffending boolean not null,
    protects boolean not null,
    repairs boolean not null
);
create index sentence_requirement_by_offender on sentence_requirement (offender);
create index sentence_requirement_by_sentence on sentence_requirement (sentence);
