-- What somebody provides at a place over [from_day, until_day). `need` is the pathway of the intervention.
create table catalogue_offering (
    id bigint not null primary key,
    version integer not null,
    intervention text collate "C" not null,
    need text not null,
    provider text collate "C" not null,
    setting text not null,
    place bigint not null references body (id),
    from_day date not null,
    until_day date,
    places integer not null,
    note text not null,
    recorded_by text not null
);
create index catalogue_offering_by_place on catalogue_offering (place, setting, intervention, id);
create index catalogue_offering_by_intervention on catalogue_offering (intervention, id);
create index catalogue_offering_by_provider on catalogue_offering (provider);
