select count(*) from access_hold where scope_kind = $1 and body = $2 and until_day is null
