select p.body, p.role, p.security, p.sex, p.age_group, p.operated_by, p.in_estate_2004_06,
       p.role_certainty, p.stated_on, p.baseline_places, p.in_use_places, p.places_certainty,
       p.operational_capacity, p.capacity_certainty, p.cost_per_prisoner_day, p.source
from prison p
order by p.body
