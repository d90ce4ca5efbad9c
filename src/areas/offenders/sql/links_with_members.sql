-- The joins of an offender and of those that are joined to it.
select id, offender, source_record, joined_offender, ground, evidence, state, made_on, made_by, undone_on, undone_by
from offender_link where offender = $1
union all
select l.id, l.offender, l.source_record, l.joined_offender, l.ground, l.evidence, l.state, l.made_on, l.made_by,
       l.undone_on, l.undone_by
from offender o join offender_link l on l.offender = o.id
where o.joined_to = $1
order by 1 desc
