select id, offender, other, reason, evidence, state, found_on, decided_on, decided_by, record, other_record,
       weight_hundredths, chance_in_10000, expected_change
from offender_link_candidate where offender in (select value from json_each($1))
union
select id, offender, other, reason, evidence, state, found_on, decided_on, decided_by, record, other_record,
       weight_hundredths, chance_in_10000, expected_change
from offender_link_candidate where other in (select value from json_each($1))
order by id
