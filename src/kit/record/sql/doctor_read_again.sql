select a.number as id, 'showed whom an earlier page showed, and one of the two is not kept' as words
from record_read_again a
where not exists (select 1 from record_read r where r.number = a.number)
   or not exists (select 1 from record_read r where r.number = a.shown)
