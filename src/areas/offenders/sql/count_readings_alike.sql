-- Of the pairs that two readers gave an opinion on, in how many it was the same.
select count(*) as read_twice,
       coalesce(sum(case when a.opinion = b.opinion then 1 else 0 end), 0) as alike
from offender_candidate_reading a
join offender_candidate_reading b on b.candidate = a.candidate and b.id > a.id and b.account <> a.account
where a.asked_second = true and a.opinion in ('Same', 'Different') and b.opinion in ('Same', 'Different')
