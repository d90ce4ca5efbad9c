select report, kind, amount from report_requirement where report in (select value from json_each($1)) order by report, kind
