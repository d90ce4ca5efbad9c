create table prison (
    body bigint not null primary key references body (id),
    role text not null,
    security text not null,
    sex text not null,
    age_group text not null,
    operated_by text not null,
    in_estate_2004_06 boolean not null,
    role_certainty text not null,
    stated_on date,
    baseline_places integer,
    in_use_places integer,
    places_certainty text not null,
    operational_capacity integer,
    capacity_certainty text not null,
    cost_per_prisoner_day bigint,
    source text not null
);

create table area (
    body bigint not null primary key references body (id),
    population_thousands integer,
    source text not null,
    certainty text not null
);
