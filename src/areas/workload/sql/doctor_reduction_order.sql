select id, 'ends before it begins, takes no time, or ends without saying why' as words
from workload_reduction
where until_day < from_day or minutes_a_week <= 0 or (ended_because <> '' and until_day is null)
