-- The two records of a pair that are most alike, their weight, and what a decision would change.
alter table offender_link_candidate add column record bigint references offender_record (id);
alter table offender_link_candidate add column other_record bigint references offender_record (id);
alter table offender_link_candidate add column weight_hundredths bigint not null default 0;
alter table offender_link_candidate add column chance_in_10000 bigint not null default 0;
alter table offender_link_candidate add column expected_change bigint not null default 0;
drop index offender_link_candidate_by_state;
create index offender_link_candidate_by_state on offender_link_candidate (state, expected_change desc, id);
create index offender_link_candidate_by_record on offender_link_candidate (record);
create index offender_link_candidate_by_other_record on offender_link_candidate (other_record);
