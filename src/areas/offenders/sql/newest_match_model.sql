select id, learned_on, records, content from offender_match_model order by id desc limit 1
