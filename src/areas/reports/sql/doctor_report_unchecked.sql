select r.id, 'went to the court without having been passed by a second person' as words
from report r
where r.kind <> 'Oral' and r.state in ('Passed', 'Delivered', 'Decided')
  and not exists (select 1 from report_check c where c.report = r.id and c.verdict = 'Passed')
