select offender, channel, version, says, email, ring, asked_on, recorded_by
from reminder_consent where offender = $1
