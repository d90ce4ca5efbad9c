select b.id, 'was served, heard or decided before it was begun, or begun before the failure' as words
from enforcement_breach b join supervision_contact c on c.id = b.contact
where c.offender <> b.offender or b.begun_on < c.on_day or b.served_on < b.begun_on or b.hearing_on < b.begun_on
   or b.decided_on < b.begun_on or (b.result is null) <> (b.decided_on is null)
   or (b.served_on is null) <> (b.report = '')
