select id, offender, reason, from_day, until_day from access_restriction
where offender = $1 and from_day <= $2 and (until_day is null or until_day > $2)
