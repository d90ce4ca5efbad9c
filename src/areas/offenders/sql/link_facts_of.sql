select link, fact_table, fact, gave_way from offender_link_fact where link = $1 order by fact
