-- How a fine is to be paid, after the court looked at the means of the offender: the newest row of a
-- sentence stands. Sums of a week are null where the means are not known.
create table sentence_fine_terms (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    sentence bigint not null references sentence (id),
    set_on date not null,
    every text not null,
    pence bigint not null,
    first_on date not null,
    weekly_income_pence bigint,
    weekly_outgoings_pence bigint,
    recorded_by text not null
);
create index sentence_fine_terms_by_offender on sentence_fine_terms (offender);
create index sentence_fine_terms_by_sentence on sentence_fine_terms (sentence);
-- What was paid.
create table sentence_payment (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    sentence bigint not null references sentence (id),
    paid_on date not null,
    pence bigint not null,
    recorded_by text not null
);
create index sentence_payment_by_offender on sentence_payment (offender);
create index sentence_payment_by_sentence on sentence_payment (sentence);
-- What was done because it was not paid: `step` is a code of data/fine_step.csv.
create table sentence_fine_step (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    sentence bigint not null references sentence (id),
    step text not null,
    taken_on date not null,
    recorded_by text not null
);
create index sentence_fine_step_by_offender on sentence_fine_step (offender);
create index sentence_fine_step_by_sentence on sentence_fine_step (sentence);
