select id, offender, kind, days, decided_on, reason, recorded_by
from release_dates_added_days where offender in (select value from json_each($1)) order by offender, decided_on, id
