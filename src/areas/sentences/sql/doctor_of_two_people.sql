select s.id, 'names an offence, an appearance or a requirement of somebody else' as words
from sentence s join sentence_appearance a on a.id = s.appearance join sentence_offence o on o.id = s.offence
where a.offender <> s.offender or o.offender <> s.offender or o.appearance <> s.appearance
   or exists (select 1 from sentence_requirement r where r.sentence = s.id and r.offender <> s.offender)
   or exists (select 1 from sentence_compensation c where c.sentence = s.id and c.offender <> s.offender)
