select offender, at, time_known, move, place, body, prison, reason, due_back, warrant, override_reason, recorded_by
from movement where offender = $1 order by at desc limit 1
