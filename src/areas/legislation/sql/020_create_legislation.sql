-- What the founding documents are and cite: Acts, bills, orders, publications, consultations.
create table legislation_item (
    id bigint not null primary key,
    code text collate "C" not null unique,
    kind text not null,
    title text not null,
    citation text not null,
    link text not null,
    source text not null,
    certainty text not null,
    note text not null
);

-- Each stage holds until the next one of the same item.
create table legislation_stage (
    item bigint not null references legislation_item (id),
    from_day date not null,
    stage text not null,
    source text not null,
    certainty text not null,
    note text not null,
    primary key (item, from_day)
);

-- What in this service rests on an item.
create table legislation_bearing (
    item bigint not null references legislation_item (id),
    feature text collate "C" not null,
    requirement text not null,
    primary key (item, feature)
);

create table legislation_power (
    id bigint not null primary key,
    code text collate "C" not null unique,
    title text not null,
    holder text not null,
    item bigint not null references legislation_item (id)
);
create index legislation_power_of_item on legislation_power (item);

create table legislation_power_state (
    power bigint not null references legislation_power (id),
    from_day date not null,
    state text not null,
    source text not null,
    certainty text not null,
    note text not null,
    primary key (power, from_day)
);

create table legislation_option (
    id bigint not null primary key,
    code text collate "C" not null unique,
    question text not null,
    title text not null,
    outcome text not null,
    decided_on date not null,
    reasons text not null,
    item bigint not null references legislation_item (id),
    source text not null,
    certainty text not null
);
create index legislation_option_of_item on legislation_option (item);
