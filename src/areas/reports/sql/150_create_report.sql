-- A pre-sentence report that a court asked for, from the request to the court's own decision. The last day and the
-- concordance are kept beside the facts that they follow from: lists are sorted and counted by them.
create table report (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    version integer not null,
    kind text not null,
    court bigint not null references body (id),
    area bigint not null references body (id),
    hearing_on date not null,
    offences text not null,
    committed_on date,
    held text not null,
    seriousness text,
    punishes boolean not null,
    reduces_reoffending boolean not null,
    protects boolean not null,
    repairs boolean not null,
    asked_on date not null,
    asked_by text not null,
    due_on date not null,
    state text not null,
    writer bigint references account (id),
    writer_name text not null,
    specified text,
    willing text,
    fit_for_work text,
    disposal text not null,
    months integer,
    hours integer,
    reasons text not null,
    suggested text not null,
    otherwise text not null,
    proposed_by text not null,
    submitted_on date,
    delivered_on date,
    delivered_by text not null,
    delivered_to text not null,
    delivered_text text not null,
    decided_on date,
    decided_disposals text not null,
    decided_requirements text not null,
    decided_words text not null,
    decided_recorded_by text not null,
    concordance text,
    withdrawn_because text not null,
    recorded_by text not null
);
create index report_by_offender on report (offender, asked_on, id);
create index report_by_state on report (state, due_on, id);
create index report_by_decision on report (decided_on, id);
create index report_by_court on report (court, decided_on);
create index report_by_area on report (area, decided_on);
create index report_by_writer on report (writer);
