-- Appointments that were booked together; each stands in supervision_contact.
create table appointment_series (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    version integer not null,
    every text not null,
    kind text not null,
    setting text not null,
    first_on date not null,
    last_on date not null,
    at_time text not null,
    place text not null,
    officer bigint not null references account (id),
    booked integer not null,
    booked_on date not null,
    booked_by text not null,
    cancelled_on date,
    cancelled_by text not null,
    cancelled_because text not null
);
create index appointment_series_by_offender on appointment_series (offender, first_on, id);
create index appointment_series_by_officer on appointment_series (officer);

create table appointment_in_series (
    id bigint not null primary key,
    contact bigint not null references supervision_contact (id),
    offender bigint not null references offender (id),
    series bigint not null references appointment_series (id),
    clashes text not null,
    despite text not null
);
create unique index appointment_in_series_by_contact on appointment_in_series (contact);
create index appointment_in_series_by_offender on appointment_in_series (offender);
create index appointment_in_series_by_series on appointment_in_series (series, contact);
