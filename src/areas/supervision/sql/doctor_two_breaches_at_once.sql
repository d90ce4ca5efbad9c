select b.id, 'is a second breach of the order while the first is not decided' as words
from enforcement_breach b
where b.result is null
  and exists (select 1 from enforcement_breach e
              where e.sentence = b.sentence and e.result is null and e.id < b.id)
