select a.offender, a.from_day, a.manager, a.kind, a.area, a.reason, a.allocated_by, f.shown_name as manager_name
from management_allocation a left join account_facts f on f.account = a.manager
where a.offender = $1 and a.from_day <= $2
order by a.from_day desc limit 1
