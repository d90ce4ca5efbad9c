select o.id, 'is joined to a record that is joined to another' as words
from offender o join offender t on t.id = o.joined_to
where t.joined_to is not null
