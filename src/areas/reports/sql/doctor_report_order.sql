select id, 'was handed in before it was asked for, delivered before it was handed in, or decided before' as words
from report
where submitted_on < asked_on or delivered_on < submitted_on or decided_on < asked_on or hearing_on < asked_on
