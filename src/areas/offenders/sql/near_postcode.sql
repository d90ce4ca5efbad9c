select distinct a.offender, o.birth_date
from offender_address a join offender_name_token t on t.offender = a.offender
join offender o on o.id = a.offender
where a.postcode = $1 and t.token = $2 limit 200
