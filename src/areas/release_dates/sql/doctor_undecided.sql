select id, 'does not say who decided on it, or when' as words
from release_dates_calculation
where (state = 'Prepared') <> (decided_on is null) or (decided_on is null) <> (decided_by is null)
