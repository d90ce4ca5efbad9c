select id, account, version, reason, minutes_a_week, from_day, until_day, note, recorded_on, recorded_by, ended_by,
       ended_because
from workload_reduction where id = $1
