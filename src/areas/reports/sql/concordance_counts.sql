select area, court, count(*) as decided,
       count(case when concordance = 'Followed' then 1 end) as followed,
       count(case when concordance = 'Partly' then 1 end) as partly,
       count(case when concordance = 'NotFollowed' then 1 end) as not_followed
from report
where decided_on >= $1 and decided_on < $2 and ($3 = 0 or area in (select value from json_each($4)))
  and concordance is not null
group by area, court order by area, court
