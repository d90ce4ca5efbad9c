select n.id, n.offender, n.account, n.from_day, n.until_day from access_restriction_reader n
where n.offender = $1 and n.from_day <= $2 and (n.until_day is null or n.until_day > $2)
