-- Of offenders whom the reader's scope holds; restricted records only for their named readers.
select t.id, t.offender, t.kind, t.what, t.counted_from, t.due_on, t.rule, t.cite, t.certainty, t.account, t.list_kind,
       t.list_body, t.state, t.source, t.opened_on, t.opened_by, t.closed_on, t.closed_by, t.note
from task t
where t.kind = $1 and t.state = 'Open' and (t.due_on, t.id) > ($2, $3) and t.due_on < $4
  and ($5 = 'national' or exists (
        select 1 from access_hold h
        where h.offender = t.offender and h.scope_kind = $5 and h.body = $6
          and h.from_day <= $8 and (h.until_day is null or h.until_day > $8)))
  and (not exists (
        select 1 from access_restriction r
        where r.offender = t.offender and r.from_day <= $8 and (r.until_day is null or r.until_day > $8))
    or exists (
        select 1 from access_restriction_reader n
        where n.offender = t.offender and n.account = $7
          and n.from_day <= $8 and (n.until_day is null or n.until_day > $8)))
order by t.due_on, t.id limit $9
