select distinct t.offender
from offender_name_token t join offender_name_token u on u.offender = t.offender
where t.token = $1 and u.token = $2 limit 200
