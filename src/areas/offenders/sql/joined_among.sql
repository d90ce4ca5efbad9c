select id, joined_to from offender where joined_to in (select value from json_each($1)) order by id
