select offender, channel, version, says, email, ring, asked_on, recorded_by
from reminder_consent where says = 'Yes' and offender > $1 order by offender limit $2
