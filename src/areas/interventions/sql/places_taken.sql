select offering,
       count(*) filter (where state = 'Started') as taken,
       count(*) filter (where state in ('Accepted', 'Waiting')) as waiting
from intervention_referral
where offering in (select value from json_each($1)) and state in ('Started', 'Accepted', 'Waiting')
group by offering order by offering
