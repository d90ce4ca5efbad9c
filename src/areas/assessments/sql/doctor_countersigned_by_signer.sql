select id, 'is signed twice by one person, or countersigned by nobody' as words
from assessment
where countersigner = signer
   or (countersigned_on is null) <> (countersigner is null)
   or (countersigned_on is not null and state <> 'Locked')
