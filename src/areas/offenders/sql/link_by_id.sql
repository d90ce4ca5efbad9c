select id, offender, source_record, joined_offender, ground, evidence, state, made_on, made_by, undone_on, undone_by
from offender_link where id = $1
