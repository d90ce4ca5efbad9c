select shipped from record_spool where spool = $1
