select count(*) as whole,
       count(case when r.due_on < $6 then 1 end) as late,
       count(case when r.due_on >= $6 and r.due_on < $7 then 1 end) as soon,
       count(case when r.state = 'Unallocated' then 1 end) as to_name,
       count(case when r.state = 'AtGate' then 1 end) as to_check,
       count(case when r.writer = $5 then 1 end) as mine
from report r
where r.state in ('Unallocated', 'Writing', 'AtGate', 'Passed')
  and ($1 = 0 or r.area in (select value from json_each($2)))
  and ($3 = 'national' or exists (
        select 1 from access_hold h
        where h.offender = r.offender and h.scope_kind = $3 and h.body = $4
          and h.from_day <= $6 and (h.until_day is null or h.until_day > $6)))
  and (not exists (
        select 1 from access_restriction x
        where x.offender = r.offender and x.from_day <= $6 and (x.until_day is null or x.until_day > $6))
    or exists (
        select 1 from access_restriction_reader n
        where n.offender = r.offender and n.account = $5
          and n.from_day <= $6 and (n.until_day is null or n.until_day > $6)))
