select id from offender_match_model order by id desc limit 1
