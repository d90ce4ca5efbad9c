select m.offender as id, 'was moved in a way that the place before does not allow' as words
from movement m
left join movement b on b.offender = m.offender
  and b.at = (select max(n.at) from movement n where n.offender = m.offender and n.at < m.at)
where (b.offender is null and m.move <> 'Reception')
   or (m.move = 'Reception' and b.place in ('Prison', 'Court', 'TemporaryAbsence', 'Hospital', 'AtLarge', 'Dead'))
   or (m.move in ('ToCourt', 'ToHospital', 'TemporaryAbsence') and b.place <> 'Prison')
   or (m.move = 'Return' and (b.place not in ('Court', 'TemporaryAbsence', 'Hospital') or b.prison <> m.prison))
   or (m.move = 'Transfer' and b.place not in ('Prison', 'Court', 'Hospital'))
   or (m.move = 'Recapture' and b.place <> 'AtLarge')
   or (m.move in ('Escape', 'Release') and b.place not in ('Prison', 'Court', 'TemporaryAbsence', 'Hospital'))
