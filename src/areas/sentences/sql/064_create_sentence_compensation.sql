-- What the court ordered to be paid to whoever was harmed. Nobody is named here.
create table sentence_compensation (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    sentence bigint not null references sentence (id),
    pence bigint not null,
    payable_to text not null
);
create index sentence_compensation_by_offender on sentence_compensation (offender);
create index sentence_compensation_by_sentence on sentence_compensation (sentence);
