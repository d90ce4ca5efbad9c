select offender, role, from_day, account, set_by
from management_support where offender = $1 order by from_day desc, role
