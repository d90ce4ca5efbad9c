select r.number, r.at, r.actor_name, r.subject_kind, s.subject, r.route, r.reason
from record_read_subject s join record_read r on r.number = s.number
where r.number < $1
order by r.number desc, s.subject
limit $2
