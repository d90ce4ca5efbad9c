-- How often each section was saved, and who did so last.
create table assessment_section (
    assessment bigint not null references assessment (id),
    section text not null,
    version integer not null,
    saved_on date not null,
    saved_by text not null,
    primary key (assessment, section)
);
