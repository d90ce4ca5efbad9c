-- The queue: what would change most first.
select id, offender, other, reason, evidence, state, found_on, decided_on, decided_by, record, other_record,
       weight_hundredths, chance_in_10000, expected_change
from offender_link_candidate
where state = $1 and (expected_change < $2 or (expected_change = $2 and id > $3))
order by expected_change desc, id limit $4
