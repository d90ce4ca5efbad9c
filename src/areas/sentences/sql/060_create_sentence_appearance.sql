-- A hearing at which a court dealt with one offender.
create table sentence_appearance (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    court bigint references body (id),
    court_words text not null,
    heard_on date not null,
    outcome text not null,
    recorded_by text not null
);
create index sentence_appearance_by_offender on sentence_appearance (offender, heard_on);
create index sentence_appearance_by_court on sentence_appearance (court, heard_on);
