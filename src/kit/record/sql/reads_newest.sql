select number, at, actor_name, subject_kind, subjects, route, reason
from record_read where number < $1
order by number desc limit $2
