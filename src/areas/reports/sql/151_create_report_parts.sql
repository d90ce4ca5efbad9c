-- A section of a report as a person wrote it, with the number of the saving.
create table report_section (
    report bigint not null references report (id),
    section text not null,
    version integer not null,
    words text not null,
    saved_on date not null,
    saved_by text not null,
    primary key (report, section)
);
-- A requirement of the order that a report proposes.
create table report_requirement (
    report bigint not null references report (id),
    kind text not null,
    amount integer,
    primary key (report, kind)
);
-- Who was named as the writer of a report, and why.
create table report_naming (
    id bigint not null primary key,
    report bigint not null references report (id),
    writer bigint not null references account (id),
    writer_name text not null,
    named_on date not null,
    named_by text not null,
    reason text not null
);
create index report_naming_by_report on report_naming (report, id);
create index report_naming_by_writer on report_naming (writer);
-- A second person's look at the draft.
create table report_check (
    id bigint not null primary key,
    report bigint not null references report (id),
    checker bigint not null references account (id),
    checker_name text not null,
    checked_on date not null,
    verdict text not null,
    looked_at text not null,
    words text not null
);
create index report_check_by_report on report_check (report, id);
create index report_check_by_checker on report_check (checker);
