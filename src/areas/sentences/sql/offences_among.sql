select id, offender, appearance, code, words, committed_on, marks, marks_on
from sentence_offence where offender in (select value from json_each($1)) order by offender, id
