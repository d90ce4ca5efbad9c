select s.number as id, 'has somebody who was shown and no page that showed them' as words
from record_read_subject s
where not exists (select 1 from record_read r where r.number = s.number)
