select count(*) as whole,
       count(case when c.due_on < $4 then 1 end) as late
from challenge c
where c.answered_on is null
  and ($1 = 'national' or exists (
        select 1 from access_hold h
        where h.offender = c.offender and h.scope_kind = $1 and h.body = $2
          and h.from_day <= $4 and (h.until_day is null or h.until_day > $4)))
  and (not exists (
        select 1 from access_restriction x
        where x.offender = c.offender and x.from_day <= $4 and (x.until_day is null or x.until_day > $4))
    or exists (
        select 1 from access_restriction_reader n
        where n.offender = c.offender and n.account = $3
          and n.from_day <= $4 and (n.until_day is null or n.until_day > $4)))
