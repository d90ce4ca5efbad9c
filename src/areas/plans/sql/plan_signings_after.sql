select id, offender, signed_on, stand, words, note, no_behaviour, recorded_by, review_on, needs, tier, requirements,
       location, content
from plan_signing where id > $1 order by id limit $2
