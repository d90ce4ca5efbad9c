select name, token, offender from offender_name_token
where offender in (select value from json_each($1)) order by name, token
