select id, offender, source_record, joined_offender, ground, evidence, state, made_on, made_by, undone_on, undone_by
from offender_link where offender in (select value from json_each($1)) order by id desc
