select s.id, 'is an order without a requirement' as words
from sentence s
where s.disposal in ('CO', 'SSO')
  and not exists (select 1 from sentence_requirement r where r.sentence = s.id)
