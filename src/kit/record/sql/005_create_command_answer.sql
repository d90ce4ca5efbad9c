create table command_answer (
    account bigint not null,
    idempotency_key text not null,
    route text not null,
    body_digest text not null,
    status integer not null,
    answer text not null,
    answered_at text not null,
    primary key (account, idempotency_key)
);
