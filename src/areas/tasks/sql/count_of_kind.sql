select count(*) filter (where t.due_on < $2) as late,
       count(*) filter (where t.due_on >= $2 and t.due_on <= $3) as soon,
       count(*) filter (where t.due_on > $3) as later
from task t
where t.kind = $1 and t.state = 'Open'
  and ($4 = 'national' or exists (
        select 1 from access_hold h
        where h.offender = t.offender and h.scope_kind = $4 and h.body = $5
          and h.from_day <= $7 and (h.until_day is null or h.until_day > $7)))
  and (not exists (
        select 1 from access_restriction r
        where r.offender = t.offender and r.from_day <= $7 and (r.until_day is null or r.until_day > $7))
    or exists (
        select 1 from access_restriction_reader n
        where n.offender = t.offender and n.account = $6
          and n.from_day <= $7 and (n.until_day is null or n.until_day > $7)))
