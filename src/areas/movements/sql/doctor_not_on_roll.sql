select m.offender as id, 'is in a prison or out of one and on no roll, or free and on a roll' as words
from movement m
where (m.place in ('Prison', 'Court', 'TemporaryAbsence', 'Hospital') and m.prison is null)
   or (m.place in ('Community', 'AtLarge', 'Abroad', 'Dead') and m.prison is not null)
   or (m.place = 'Prison' and (m.body is null or m.body <> m.prison))
