select offender, from_day, manager, kind, area, reason, allocated_by
from management_allocation where offender = $1 order by from_day desc
