select id, version, intervention, need, provider, setting, place, from_day, until_day, places, note, recorded_by
from catalogue_offering where id in (select value from json_each($1)) order by id
