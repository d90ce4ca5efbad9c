select v.id, 'says two people, and both are joined' as words
from offender_override v join offender o on o.id = v.offender join offender t on t.id = v.other
where v.said = 'Different' and v.ended_on is null
  and coalesce(o.joined_to, o.id) = coalesce(t.joined_to, t.id)
union all
select v.id, 'says one person, and the two are apart' as words
from offender_override v join offender o on o.id = v.offender join offender t on t.id = v.other
where v.said = 'Same' and v.ended_on is null
  and coalesce(o.joined_to, o.id) <> coalesce(t.joined_to, t.id)
