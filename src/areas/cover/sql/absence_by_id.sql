select id, account, version, kind, from_day, until_day, note, recorded_on, recorded_by, changed_by, changed_because
from cover_absence where id = $1
