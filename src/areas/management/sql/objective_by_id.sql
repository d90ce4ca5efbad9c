select id, offender, version, need, objective, activity, who, by_day, state, set_on, set_by, closed_on, closed_by, note
from plan_objective where id = $1
