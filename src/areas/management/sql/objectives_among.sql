select id, offender, version, need, objective, activity, who, by_day, state, set_on, set_by, closed_on, closed_by, note
from plan_objective where offender in (select value from json_each($1))
order by case state when 'Open' then 0 else 1 end, by_day, id
