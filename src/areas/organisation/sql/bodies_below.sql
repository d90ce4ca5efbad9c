with recursive below (body) as (
    select p.body
    from body_place p
    where p.parent = $1
      and p.from_day = (select max(q.from_day) from body_place q
                        where q.body = p.body and q.from_day <= $2)
    union
    select p.body
    from below
    join body_place p on p.parent = below.body
    where p.from_day = (select max(q.from_day) from body_place q
                        where q.body = p.body and q.from_day <= $2)
)
select body from below order by body
