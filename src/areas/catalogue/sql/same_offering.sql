select id, version, intervention, need, provider, setting, place, from_day, until_day, places, note, recorded_by
from catalogue_offering
where place = $1 and setting = $2 and intervention = $3 and provider = $4 and (until_day is null or until_day > $5)
order by id limit 1
