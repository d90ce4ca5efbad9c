select offender, at, time_known, move, place, body, prison, reason, due_back, warrant, override_reason, recorded_by
from movement where offender in (select value from json_each($1)) order by offender, at desc
