-- One of the three finds the offenders, the most telling first; the rest narrow them down.
with found (id) as (
    select offender from offender_identifier where search_key = $5
    union
    select offender from offender_birth_date where birth_date = $6 and $5 = ''
    union
    select offender from offender_name_token where token >= $7 and token < $8 and $5 = '' and $6 is null
)
select o.id, count(*) over () as whole
from found f join offender o on o.id = f.id
where o.joined_to is null
  and ($6 is null or exists (
        select 1 from offender_birth_date b where b.offender = o.id and b.birth_date = $6))
  and ($7 = '' or exists (
        select 1 from offender_name_token t where t.offender = o.id and t.token >= $7 and t.token < $8))
  and ($9 = '' or exists (
        select 1 from offender_name_token t where t.offender = o.id and t.token >= $9 and t.token < $10))
  and ($11 = '' or exists (
        select 1 from offender_name_token t where t.offender = o.id and t.token >= $11 and t.token < $12))
  and ($13 = '' or exists (
        select 1 from offender_name_token t where t.offender = o.id and t.token >= $13 and t.token < $14))
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
order by o.sort_key, o.id limit $15 offset $16
