select o.id, o.version, o.surname, o.first_name, o.middle_name, o.sort_key, o.birth_date, o.sex, o.ethnicity,
       o.ethnicity_source, o.corrected, o.joined_to
from offender o
where o.joined_to is null
  and o.sort_key >= $5 and o.sort_key < $6 and (o.sort_key, o.id) > (coalesce((select a.sort_key from offender a where a.id = $9), ''), $9)
  and ($7 = '' or o.sex = $7)
  and ($8 = 0 or exists (
        select 1 from access_hold w where w.offender = o.id and w.body = $8
          and w.from_day <= $4 and (w.until_day is null or w.until_day > $4)))
  and ($1 = 'national' or exists (
        select 1 from access_hold h
        where h.offender = o.id and h.scope_kind = $1 and h.body = $2
          and h.from_day <= $4 and (h.until_day is null or h.until_day > $4)))
  and (not exists (
        select 1 from access_restriction r
        where r.offender = o.id and r.from_day <= $4 and (r.until_day is null or r.until_day > $4))
    or exists (
        select 1 from access_restriction_reader n
        where n.offender = o.id and n.account = $3
          and n.from_day <= $4 and (n.until_day is null or n.until_day > $4)))
order by o.sort_key, o.id limit $10
