select id, offender, kind, note, from_day, until_day, added_by
from offender_alert where offender = $1 order by from_day desc, id desc
