select distinct provider as name from catalogue_offering
where until_day is null or until_day > $1
order by provider limit $2
