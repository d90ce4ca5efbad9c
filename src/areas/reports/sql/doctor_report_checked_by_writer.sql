select c.id, 'was checked by whoever was its writer then' as words
from report_check c join report_naming n on n.report = c.report and n.writer = c.checker
where n.id < c.id
  and not exists (select 1 from report_naming l where l.report = n.report and l.id > n.id and l.id < c.id)
