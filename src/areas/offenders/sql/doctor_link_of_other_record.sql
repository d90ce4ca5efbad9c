select l.id, 'names a record that stands under another offender' as words
from offender_link l join offender_record r on r.id = l.source_record
where l.state = 'Standing' and l.offender <> r.offender
  and not exists (select 1 from offender o where o.id = l.offender and o.joined_to is not null)
