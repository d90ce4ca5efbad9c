select id, 'stands as ' || state || ', which its days, writer or text do not bear out' as words
from report
where (writer is null) <> (state = 'Unallocated' or (state = 'Withdrawn' and writer is null))
   or (delivered_on is null) <> (state not in ('Delivered', 'Decided'))
   or (delivered_text = '') <> (delivered_on is null)
   or (decided_on is null) <> (state <> 'Decided')
   or (submitted_on is null and state in ('AtGate', 'Passed', 'Delivered', 'Decided'))
   or (withdrawn_because = '') <> (state <> 'Withdrawn')
