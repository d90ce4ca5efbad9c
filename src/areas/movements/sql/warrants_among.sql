select id, offender, kind, court, issued_on, authorises, recorded_by, recall_term
from movement_warrant where offender in (select value from json_each($1)) order by offender, issued_on, id
