select id, offender, sentence, kind, amount, unit, words, punishes, reduces_reoffending, protects, repairs
from sentence_requirement where offender in (select value from json_each($1)) order by offender, id
