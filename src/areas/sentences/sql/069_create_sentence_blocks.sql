-- In which blocks a sentence of intermittent custody is served, and where; `consents` is null where
-- nobody said whether the offender agrees. The newest row of a sentence stands.
create table sentence_blocks (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    sentence bigint not null references sentence (id),
    pattern text not null,
    prison text not null,
    consents boolean,
    recorded_by text not null
);
create index sentence_blocks_by_offender on sentence_blocks (offender);
create index sentence_blocks_by_sentence on sentence_blocks (sentence);
-- Who was not back for the block that began on `due_on`: unlawfully at large until `came_on`.
create table sentence_late_return (
    id bigint not null primary key,
    offender bigint not null references offender (id),
    sentence bigint not null references sentence (id),
    due_on date not null,
    came_on date,
    recorded_by text not null
);
create index sentence_late_return_by_offender on sentence_late_return (offender);
create index sentence_late_return_by_sentence on sentence_late_return (sentence);
