select id, offender, sentence, contact, begun_on, begun_by, reasons, response, proposal, report, served_on, served_by, court, hearing_on,
       result, decided_on, result_words, recorded_by
from enforcement_breach
where offender in (select value from json_each($1)) and begun_on >= $2 and begun_on < $3
order by offender, begun_on, id
