select distinct offender from offender_identifier where match_key in (select value from json_each($1))
