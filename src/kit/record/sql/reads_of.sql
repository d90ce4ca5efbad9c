select r.number, r.at, r.actor_name, r.subject_kind, s.subject, r.route, r.reason
from record_read_subject s join record_read r on r.number = s.number
where s.subject_kind = $1 and s.subject = $2
order by s.number desc
limit $3
