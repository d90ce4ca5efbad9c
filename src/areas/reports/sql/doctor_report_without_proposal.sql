select id, 'was handed in without a proposal or without its reasons' as words
from report
where state in ('AtGate', 'Passed', 'Delivered', 'Decided') and (disposal = '' or reasons = '')
