select digest from offender_record where digest in (select value from json_each($1))
