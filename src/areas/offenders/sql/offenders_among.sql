select id, version, surname, first_name, middle_name, sort_key, birth_date, sex, ethnicity, ethnicity_source,
       corrected, joined_to
from offender where id in (select value from json_each($1)) order by sort_key, id
