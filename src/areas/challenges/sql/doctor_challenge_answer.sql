select id, 'is answered in part: a day, an outcome, reasons and a name belong together' as words
from challenge
where (answered_on is null) <> (outcome is null) or (answered_on is null) <> (answer = '')
   or (answered_on is null) <> (answered_by = '')
