select item, feature, requirement
from legislation_bearing
where item = $1
order by feature
