select id, account, version, kind, from_day, until_day, note, recorded_on, recorded_by, changed_by, changed_because
from cover_absence
where account in (select value from json_each($1))
order by account, from_day desc, id
