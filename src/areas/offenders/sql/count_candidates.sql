-- Pairs of which the reader may see both: held by their scope, and restricted to nobody else.
select count(*)
from offender_link_candidate c
join offender a on a.id = c.offender
join offender b on b.id = c.other
where c.state = $1 and not exists (
        select 1 from offender s
        where s.id in (coalesce(a.joined_to, a.id), coalesce(b.joined_to, b.id))
          and (($2 <> 'national' and not exists (
                    select 1 from access_hold h
                    where h.offender = s.id and h.scope_kind = $2 and h.body = $3
                      and h.from_day <= $5 and (h.until_day is null or h.until_day > $5)))
            or (exists (
                    select 1 from access_restriction r
                    where r.offender = s.id
                      and r.from_day <= $5 and (r.until_day is null or r.until_day > $5))
                and not exists (
                    select 1 from access_restriction_reader n
                    where n.offender = s.id and n.account = $4
                      and n.from_day <= $5 and (n.until_day is null or n.until_day > $5)))))
