select id, offender, other, reason, evidence, state, found_on, decided_on, decided_by
from offender_link_candidate where id = $1
