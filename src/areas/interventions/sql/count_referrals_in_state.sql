select count(*)
from intervention_referral r join catalogue_offering_facts o on o.id = r.offering
where r.state = $1
  and ($2 = 0 or o.place in (select value from json_each($3)))
  and ($4 = 'national' or exists (
        select 1 from access_hold h
        where h.offender = r.offender and h.scope_kind = $4 and h.body = $5
          and h.from_day <= $7 and (h.until_day is null or h.until_day > $7)))
  and (not exists (
        select 1 from access_restriction x
        where x.offender = r.offender and x.from_day <= $7 and (x.until_day is null or x.until_day > $7))
    or exists (
        select 1 from access_restriction_reader n
        where n.offender = r.offender and n.account = $6
          and n.from_day <= $7 and (n.until_day is null or n.until_day > $7)))
