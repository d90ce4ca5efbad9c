-- An offence before the court at an appearance. The day it was committed decides which law applies.
create table sentence_offence (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    appearance bigint not null references sentence_appearance (id),
    code text not null,
    words text not null,
    committed_on date
);
create index sentence_offence_by_offender on sentence_offence (offender);
create index sentence_offence_by_appearance on sentence_offence (appearance);
