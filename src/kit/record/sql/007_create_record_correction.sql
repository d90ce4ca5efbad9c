-- What was recorded wrongly and put right: both in words, and why. `became` is empty where it never was.
create table record_correction (
    id bigint not null primary key,
    subject_kind text not null,
    subject bigint not null,
    kind text not null,
    was text not null,
    became text not null,
    reason text not null,
    corrected_on date not null,
    corrected_by text not null
);
create index record_correction_by_subject on record_correction (subject_kind, subject, kind);
