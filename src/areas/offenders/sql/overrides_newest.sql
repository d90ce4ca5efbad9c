select id, offender, other, said, reason, made_on, made_by, expires_on, ended_on, ended_by
from offender_override order by id desc limit $1
