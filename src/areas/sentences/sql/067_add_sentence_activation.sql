-- The day on which a court let a suspended term take effect, and that term where it is shorter than
-- the one it had passed. Null: still suspended; the term as it was passed.
alter table sentence add column activated_on date;
alter table sentence add column activated_months integer;
alter table sentence add column activated_weeks integer;
alter table sentence add column activated_days integer;
