select max(id) as id, 'is one of several that are open for one person' as words
from assessment where state <> 'Locked' group by offender having count(1) > 1
