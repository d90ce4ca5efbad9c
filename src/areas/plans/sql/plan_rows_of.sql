select id, offender, placed_on as on_day, placed_by as by_whom, objective, version, section, requirement, aim, stage,
       offering, plain_words, null as stand, null as words, null as note, null as no_behaviour, null as review_on,
       null as needs, null as tier, null as requirements, null as location, null as content
from plan_step where offender = $1
union all
select id, offender, signed_on, recorded_by, null, null, null, null, null, null, null, null, stand, words, note,
       no_behaviour, review_on, needs, tier, requirements, location, content
from plan_signing where offender = $1
order by on_day desc, id desc
