-- A row of another area whose key was taken where a join moved it, as JSON, so that undoing it puts it back.
alter table offender_link_fact add column gave_way text not null default '';
