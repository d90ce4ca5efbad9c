select writer, kind, count(*) as reports
from report
where writer in (select value from json_each($1)) and delivered_on >= $2 and delivered_on < $3
group by writer, kind order by writer, kind
