select id, offender, source_record, kind, value, canonical, match_key, search_key, state, source
from offender_identifier where offender in (select value from json_each($1)) order by id
