-- Whether somebody wants to be reminded, and where: who has no row was not asked, and is not reminded.
create table reminder_consent (
    offender bigint not null primary key references offender (id),
    version integer not null,
    says text not null,
    email text not null,
    ring text not null,
    asked_on date not null,
    recorded_by text not null
);
create index reminder_consent_by_answer on reminder_consent (says, offender);

-- The one reminder of an appointment, written before it leaves: whatever happens, it is not sent twice.
create table appointment_reminder (
    contact bigint not null primary key references supervision_contact (id),
    offender bigint not null references offender (id),
    state text not null,
    tries integer not null,
    taken_up_at text not null,
    sent_to text not null,
    why text not null
);
create index appointment_reminder_by_offender on appointment_reminder (offender, contact);
