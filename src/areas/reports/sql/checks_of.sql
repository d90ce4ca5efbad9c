select id, report, checker, checker_name, checked_on, verdict, looked_at, words
from report_check where report = $1 order by id
