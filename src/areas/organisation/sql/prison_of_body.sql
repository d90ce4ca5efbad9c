select body, role, security, sex, age_group, operated_by, in_estate_2004_06,
       role_certainty, stated_on, baseline_places, in_use_places, places_certainty,
       operational_capacity, capacity_certainty, cost_per_prisoner_day, source
from prison
where body = $1
