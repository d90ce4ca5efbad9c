select r.id, 'names another intervention than its offering has' as words
from intervention_referral r join catalogue_offering_facts o on o.id = r.offering
where o.intervention <> r.intervention
