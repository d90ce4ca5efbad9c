-- Whether somebody wants to be reminded, and where: who has no row was not asked, and is not reminded.
create table reminder_consent (
    offender bigint not null references offender (id),
    channel text not null,
    version integer not null,
    says text not null,
    email text not null,
    ring text not null,
    asked_on date not null,
    recorded_by text not null,
    primary key (offender, channel)
);
create index reminder_consent_by_answer on reminder_consent (says, offender);

-- The one reminder of an appointment, written before it leaves: whatever happens, it is not sent twice.
create table appointment_reminder (
    id bigint not null primary key,
    contact bigint not null references supervision_contact (id),
    offender bigint not null references offender (id),
    state text not null,
    tries integer not null,
    taken_up_at text not null,
    sent_to text not null,
    why text not null
);
create unique index appointment_reminder_by_contact on appointment_reminder (contact);
create index appointment_reminder_by_offender on appointment_reminder (offender, contact);
