select id, account, version, reason, minutes_a_week, from_day, until_day, note, recorded_on, recorded_by, ended_by,
       ended_because
from workload_reduction
where account in (select value from json_each($1))
order by account, from_day desc, id
