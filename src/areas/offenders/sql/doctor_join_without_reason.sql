select l.id, 'joined records, and nobody said why' as words
from offender_link l
where l.ground = '' or l.evidence = ''
union all
select o.id, 'is joined to another, and no join that stands says so' as words
from offender o
where o.joined_to is not null
  and not exists (select 1 from offender_link l where l.joined_offender = o.id and l.state = 'Standing')
