select r.number, r.at, r.actor_name, r.subject_kind, shown.subject, r.route, r.reason
from (
    select s.subject, s.number
    from record_read_subject s where s.subject_kind = $1 and s.subject = $2
    union all
    select s.subject, a.number
    from record_read_subject s join record_read_again a on a.shown = s.number
    where s.subject_kind = $1 and s.subject = $2
) shown join record_read r on r.number = shown.number
order by r.number desc
limit $3
