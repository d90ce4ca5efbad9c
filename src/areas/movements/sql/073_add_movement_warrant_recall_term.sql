-- For how long somebody was recalled: ToTheEnd, Days14, Days28 or Days56. Null: not said, or no recall.
alter table movement_warrant add column recall_term text;
