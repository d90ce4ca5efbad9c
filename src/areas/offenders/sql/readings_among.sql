select id, candidate, account, reader, opinion, reason, asked_second, read_on
from offender_candidate_reading where candidate in (select value from json_each($1)) order by id
