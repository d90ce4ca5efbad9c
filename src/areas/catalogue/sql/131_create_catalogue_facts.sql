-- What other areas' queries may know of an offering.
create view catalogue_offering_facts as
select id, intervention, place, places from catalogue_offering;
