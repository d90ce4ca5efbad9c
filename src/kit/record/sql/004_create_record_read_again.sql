-- A page that showed exactly those whom an earlier one showed: a caseload is opened many times a day, and
-- its sixty rows in record_read_subject are written for the first of them. `shown` is the number of that
-- read, `number` of this one.
create table record_read_again (
    shown bigint not null,
    number bigint not null,
    primary key (shown, number)
);
