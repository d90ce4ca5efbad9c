select calculation, type, on_day, falls_on
from release_dates_date where calculation in (select value from json_each($1)) order by calculation, type
