-- For counting: one row a sentence, without a word about who.
create view sentence_facts as
select s.id as sentence, s.offender, a.court, s.imposed_on, s.disposal, s.term, s.years, s.months, s.weeks,
       s.days, s.hours, s.amount_pence, s.punishes, s.reduces_reoffending, s.protects, s.repairs,
       s.ended_on, s.ended_reason,
       (select coalesce(sum(c.pence), 0) from sentence_compensation c where c.sentence = s.id)
           as compensation_pence,
       (select count(*) from sentence_requirement r where r.sentence = s.id) as requirements
from sentence s join sentence_appearance a on a.id = s.appearance;
