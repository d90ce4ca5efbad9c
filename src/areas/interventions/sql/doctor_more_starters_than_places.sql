select o.id, 'has more people started than places' as words
from catalogue_offering_facts o
where o.places < (select count(*) from intervention_referral r where r.offering = o.id and r.state = 'Started')
