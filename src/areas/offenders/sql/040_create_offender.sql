-- One row a person. What is shown here is settled from the records and from what people corrected.
create table offender (
    id bigint not null primary key,
    version integer not null,
    surname text not null,
    first_name text not null,
    middle_name text not null,
    sort_key text collate "C" not null,
    birth_date date,
    sex text not null,
    ethnicity text,
    ethnicity_source text not null,
    corrected text not null,
    joined_to bigint references offender (id)
);
create index offender_by_sort_key on offender (sort_key, id);
create index offender_by_joined_to on offender (joined_to);
