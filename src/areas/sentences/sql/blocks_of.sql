select id, offender, sentence, pattern, prison, consents, recorded_by
from sentence_blocks where sentence = $1 order by id
