select id, offender, sentence, pence, payable_to
from sentence_compensation where offender in (select value from json_each($1)) order by offender, id
