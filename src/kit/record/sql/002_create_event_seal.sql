create table event_unsealed (
    event bigint not null primary key
);

create table event_seal (
    position bigint not null primary key,
    event bigint not null unique references event (id),
    chain text not null,
    sealed_at text not null
);
