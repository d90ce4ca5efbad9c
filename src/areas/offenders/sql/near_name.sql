select distinct t.offender, o.birth_date
from offender_name_token t join offender_name_token u on u.offender = t.offender
join offender o on o.id = t.offender
where t.token = $1 and u.token = $2 limit 200
