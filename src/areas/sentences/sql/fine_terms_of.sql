select id, offender, sentence, set_on, every, pence, first_on, weekly_income_pence, weekly_outgoings_pence, recorded_by
from sentence_fine_terms where sentence = $1 order by set_on, id
