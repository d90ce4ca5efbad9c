select id, 'is signed by nobody, or open with a signature' as words
from assessment
where (state = 'Open') <> (signed_on is null) or (state = 'Open') <> (signer is null)
   or (state = 'Open') <> (signed_by = '')
