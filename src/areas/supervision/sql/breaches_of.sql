select id, offender, sentence, contact, begun_on, begun_by, reasons, response, proposal, report, served_on, served_by, court, hearing_on,
       result, decided_on, result_words, recorded_by
from enforcement_breach where offender = $1 order by begun_on, id
