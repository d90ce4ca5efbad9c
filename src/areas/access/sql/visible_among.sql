select cast(o.value as bigint) as offender from json_each($1) o
where ($2 = 'national' or exists (
        select 1 from access_hold h
        where h.offender = o.value and h.scope_kind = $2 and +h.body = $3
          and h.from_day <= $5 and (h.until_day is null or h.until_day > $5)))
  and (not exists (
        select 1 from access_restriction r
        where r.offender = o.value and r.from_day <= $5 and (r.until_day is null or r.until_day > $5))
    or exists (
        select 1 from access_restriction_reader n
        where n.offender = o.value and n.account = $4
          and n.from_day <= $5 and (n.until_day is null or n.until_day > $5)))
