select id, version, intervention, need, provider, setting, place, from_day, until_day, places, note, recorded_by
from catalogue_offering
where place in (select value from json_each($1)) and (until_day is null or until_day > $2)
order by intervention, id
