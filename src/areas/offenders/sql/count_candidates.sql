select count(*) from offender_link_candidate where state = $1
