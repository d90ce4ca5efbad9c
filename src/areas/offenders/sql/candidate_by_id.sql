select id, offender, other, reason, evidence, state, found_on, decided_on, decided_by, record, other_record,
       weight_hundredths, chance_in_10000, expected_change
from offender_link_candidate where id = $1
