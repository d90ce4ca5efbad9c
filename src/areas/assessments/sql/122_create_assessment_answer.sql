-- The form is data, and so is each answer to it. No row: not answered; an empty answer was taken away.
create table assessment_answer (
    assessment bigint not null references assessment (id),
    question text not null,
    answer text not null,
    came_from text not null,
    answered_on date not null,
    answered_by text not null,
    primary key (assessment, question)
);
