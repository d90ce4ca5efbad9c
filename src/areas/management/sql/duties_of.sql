select area, from_day, account, set_by from management_duty where area = $1 order by from_day desc
