select id, subject_kind, subject, kind, was, became, reason, corrected_on, corrected_by
from record_correction where subject_kind = $1 and subject = $2 and kind = $3 order by id desc
