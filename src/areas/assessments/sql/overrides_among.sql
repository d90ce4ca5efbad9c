select id, offender, scheme, tier, instead_of, reason, from_day, until_day, set_by, ended_on, ended_by,
       end_reason
from assessment_tier_override
where offender in (select value from json_each($1)) order by offender, from_day desc, id desc
