-- For counting: one row a movement, without a word about who.
create view movement_facts as
select m.offender, m.at, m.time_known, m.move, m.place, m.body, m.prison, m.reason, m.due_back,
       case when m.warrant is null then 0 else 1 end as on_warrant,
       case when m.override_reason = '' then 0 else 1 end as overridden
from movement m;
