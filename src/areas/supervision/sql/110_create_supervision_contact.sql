-- Everything between the service and the offender: what happened, and appointments before they happen.
create table supervision_contact (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    kind text not null,
    setting text not null,
    on_day date not null,
    at_time text collate "C" not null,
    place text not null,
    officer bigint references account (id),
    state text not null,
    outcome text,
    outcome_on date,
    outcome_by text not null,
    booked_on date,
    recorded_by text not null
);
create index supervision_contact_by_offender on supervision_contact (offender, on_day, id);
create index supervision_contact_by_officer on supervision_contact (officer, state, on_day);

-- What was written, and what was added to it later. Nothing written is ever changed.
create table supervision_note (
    id bigint not null primary key,
    contact bigint not null references supervision_contact (id),
    amends bigint references supervision_note (id),
    written_on date not null,
    written_by text not null,
    words text not null
);
create index supervision_note_by_contact on supervision_note (contact, id);
create index supervision_note_by_amended on supervision_note (amends);
