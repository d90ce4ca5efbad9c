select id, code, question, title, outcome, decided_on, reasons, item, source, certainty
from legislation_option
order by id
