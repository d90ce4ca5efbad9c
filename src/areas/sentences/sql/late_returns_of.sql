select id, offender, sentence, due_on, came_on, recorded_by
from sentence_late_return where sentence = $1 order by due_on, id
