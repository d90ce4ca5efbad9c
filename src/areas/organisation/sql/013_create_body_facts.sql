-- What each body was called from a day on, for those who say where somebody is.
create view body_facts as
select body, from_day, name from body_name;
