select id, 'says neither what the offender said nor why they were not there' as words
from plan_signing
where (stand <> 'NotPresent' and words = '') or (stand = 'NotPresent' and note = '') or recorded_by = ''
