-- The join that stands and put this offender's facts under another.
select id, offender, source_record, joined_offender, ground, evidence, state, made_on, made_by, undone_on, undone_by
from offender_link where joined_offender = $1 and state = 'Standing' order by id desc limit 1
