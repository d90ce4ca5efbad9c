-- Of offenders whom the reader's scope holds; restricted records only for their named readers.
select t.kind,
       count(*) filter (where t.due_on < $1) as late,
       count(*) filter (where t.due_on >= $1 and t.due_on <= $2) as soon,
       count(*) filter (where t.due_on > $2) as later
from task t
where t.state = 'Open'
  and ($3 = 'national' or exists (
        select 1 from access_hold h
        where h.offender = t.offender and h.scope_kind = $3 and h.body = $4
          and h.from_day <= $6 and (h.until_day is null or h.until_day > $6)))
  and (not exists (
        select 1 from access_restriction r
        where r.offender = t.offender and r.from_day <= $6 and (r.until_day is null or r.until_day > $6))
    or exists (
        select 1 from access_restriction_reader n
        where n.offender = t.offender and n.account = $5
          and n.from_day <= $6 and (n.until_day is null or n.until_day > $6)))
group by t.kind order by t.kind
