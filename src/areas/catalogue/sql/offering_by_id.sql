select id, version, intervention, need, provider, setting, place, from_day, until_day, places, note, recorded_by
from catalogue_offering where id = $1
