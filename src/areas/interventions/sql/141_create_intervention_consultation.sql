-- What a prison asks the offender manager before it confirms a place or a temporary release: both
-- views, and when each was given. The governor decides.
create table intervention_consultation (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    referral bigint references intervention_referral (id),
    about text not null,
    question text not null,
    prison bigint not null references body (id),
    asked_on date not null,
    asked_by text not null,
    due_on date not null,
    view text,
    words text not null,
    answered_on date,
    answered_by text not null,
    decision text,
    decision_words text not null,
    decided_on date,
    decided_by text not null
);
create index intervention_consultation_by_offender on intervention_consultation (offender, asked_on, id);
create index intervention_consultation_by_referral on intervention_consultation (referral);
create index intervention_consultation_by_prison on intervention_consultation (prison);
