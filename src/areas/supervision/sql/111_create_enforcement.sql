-- What was done about a failure to comply: a warning, or a decision not to act.
create table enforcement_answer (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    sentence bigint not null references sentence (id),
    contact bigint not null references supervision_contact (id),
    kind text not null,
    on_day date not null,
    words text not null,
    decided_by text not null,
    recorded_by text not null
);
create index enforcement_answer_by_offender on enforcement_answer (offender, on_day, id);
create index enforcement_answer_by_sentence on enforcement_answer (sentence);
create index enforcement_answer_by_contact on enforcement_answer (contact);

-- An order brought before a court: from the start of proceedings to what the court decided.
create table enforcement_breach (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    sentence bigint not null references sentence (id),
    contact bigint not null references supervision_contact (id),
    begun_on date not null,
    begun_by text not null,
    reasons text not null,
    response text not null,
    proposal text not null,
    report text not null,
    served_on date,
    served_by text not null,
    court bigint references body (id),
    hearing_on date,
    result text,
    decided_on date,
    result_words text not null,
    recorded_by text not null
);
create index enforcement_breach_by_offender on enforcement_breach (offender, begun_on, id);
create index enforcement_breach_by_sentence on enforcement_breach (sentence);
create index enforcement_breach_by_contact on enforcement_breach (contact);
create index enforcement_breach_by_court on enforcement_breach (court);

-- A licence that somebody asked to have revoked: from the request to how the recall ended.
create table enforcement_recall (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    sentence bigint not null references sentence (id),
    contact bigint references supervision_contact (id),
    kind text not null,
    reason text not null,
    words text not null,
    tried text not null,
    requested_on date not null,
    requested_by text not null,
    endorsed_by text not null,
    decision text,
    decided_on date,
    authority text not null,
    decision_words text not null,
    result text,
    ended_on date,
    release_on date,
    result_words text not null,
    recorded_by text not null
);
create index enforcement_recall_by_offender on enforcement_recall (offender, requested_on, id);
create index enforcement_recall_by_sentence on enforcement_recall (sentence);
create index enforcement_recall_by_contact on enforcement_recall (contact);
