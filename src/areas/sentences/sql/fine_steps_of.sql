select id, offender, sentence, step, taken_on, recorded_by
from sentence_fine_step where sentence = $1 order by taken_on, id
