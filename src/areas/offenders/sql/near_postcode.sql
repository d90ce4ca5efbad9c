select distinct a.offender
from offender_address a join offender_name_token t on t.offender = a.offender
where a.postcode = $1 and t.token = $2 limit 200
