select count(*) from catalogue_offering
where ($1 = '' or need = $1) and ($2 = '' or setting = $2)
  and ($3 = 0 or place in (select value from json_each($4))) and ($5 = '' or provider = $5)
  and (until_day is null or until_day > $6)
