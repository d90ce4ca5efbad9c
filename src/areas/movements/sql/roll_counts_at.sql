select m.prison, count(*) as on_roll, sum(case when m.place = 'Prison' then 1 else 0 end) as in_prison
from movement m
where m.prison in (select value from json_each($1)) and m.at <= $2
  and not exists (select 1 from movement n where n.offender = m.offender and n.at > m.at and n.at <= $2)
group by m.prison order by m.prison
