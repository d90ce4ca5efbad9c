select id, offender, sentence, paid_on, pence, recorded_by
from sentence_payment where sentence = $1 order by paid_on, id
