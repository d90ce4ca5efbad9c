-- What the court passed for one offence: `disposal` is a code of data/disposals.csv. The four parts of
-- the term, and of its custodial part, are as the court said them and are never added together here.
create table sentence (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    appearance bigint not null references sentence_appearance (id),
    offence bigint not null references sentence_offence (id),
    disposal text not null,
    imposed_on date not null,
    term text not null,
    years integer not null,
    months integer not null,
    weeks integer not null,
    days integer not null,
    custodial_years integer not null,
    custodial_months integer not null,
    custodial_weeks integer not null,
    custodial_days integer not null,
    supervision_months integer,
    operational_months integer,
    hours integer,
    amount_pence bigint,
    remand_days integer,
    tagged_bail_days integer,
    punishes boolean not null,
    reduces_reoffending boolean not null,
    protects boolean not null,
    repairs boolean not null,
    consecutive_to bigint references sentence (id),
    ended_on date,
    ended_reason text,
    recorded_by text not null
);
create index sentence_by_offender on sentence (offender, imposed_on);
create index sentence_by_appearance on sentence (appearance);
create index sentence_by_offence on sentence (offence);
create index sentence_by_consecutive_to on sentence (consecutive_to);
create index sentence_by_imposed_on on sentence (imposed_on, disposal);
