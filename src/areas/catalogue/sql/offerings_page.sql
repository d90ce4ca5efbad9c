select id, version, intervention, need, provider, setting, place, from_day, until_day, places, note, recorded_by
from catalogue_offering
where ($1 = '' or need = $1) and ($2 = '' or setting = $2)
  and ($3 = 0 or place in (select value from json_each($4))) and ($5 = '' or provider = $5)
  and (until_day is null or until_day > $6)
  and (intervention, id) > ($7, $8)
order by intervention, id limit $9
