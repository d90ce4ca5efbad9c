-- A score, a tier or a note that the person it is about contests, from the day it was received to the answer. The last
-- day is kept beside the day that it follows from: the list is sorted by it.
create table challenge (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    version integer not null,
    subject text not null,
    assessment bigint references assessment (id),
    predictor text not null,
    tier_on date,
    contact bigint references supervision_contact (id),
    note bigint references supervision_note (id),
    contested text not null,
    entered_by text not null,
    words text not null,
    received_on date not null,
    due_on date not null,
    asked bigint references account (id),
    asked_name text not null,
    recorded_by text not null,
    outcome text,
    answered_on date,
    answer text not null,
    answered_by text not null
);
create index challenge_by_offender on challenge (offender, received_on, id);
create index challenge_by_day on challenge (answered_on, due_on, id);
create index challenge_by_assessment on challenge (assessment);
create index challenge_by_contact on challenge (contact);
create index challenge_by_note on challenge (note);
create index challenge_by_asked on challenge (asked);
