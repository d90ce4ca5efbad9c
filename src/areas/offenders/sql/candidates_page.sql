select id, offender, other, reason, evidence, state, found_on, decided_on, decided_by
from offender_link_candidate where state = $1 and id > $2 order by id limit $3
