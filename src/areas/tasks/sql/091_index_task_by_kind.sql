-- What is open of one kind over many people: lists that look over a team, an area or a region.
create index task_by_kind on task (kind, state, due_on, id);
