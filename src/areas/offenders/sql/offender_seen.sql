select o.id, o.version, o.surname, o.first_name, o.middle_name, o.sort_key, o.birth_date, o.sex, o.ethnicity,
       o.ethnicity_source, o.corrected, o.joined_to
from offender o
where o.id = $1
  and ($2 = 'national' or exists (
        select 1 from access_hold h
        where h.offender = coalesce(o.joined_to, o.id) and h.scope_kind = $2 and h.body = $3
          and h.from_day <= $5 and (h.until_day is null or h.until_day > $5)))
  and (not exists (
        select 1 from access_restriction r
        where r.offender = coalesce(o.joined_to, o.id)
          and r.from_day <= $5 and (r.until_day is null or r.until_day > $5))
    or exists (
        select 1 from access_restriction_reader n
        where n.offender = coalesce(o.joined_to, o.id) and n.account = $4
          and n.from_day <= $5 and (n.until_day is null or n.until_day > $5)))
