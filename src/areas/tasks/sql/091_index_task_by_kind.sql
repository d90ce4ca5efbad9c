-- What is open, kind by kind, over many people: lists that look over a team, an area or a region.
create index task_by_kind on task (state, kind, due_on, id);
