select id, report, writer, writer_name, named_on, named_by, reason from report_naming where report = $1 order by id
