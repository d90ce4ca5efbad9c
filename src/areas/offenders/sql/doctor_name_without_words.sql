select n.id, 'has no words to search by' as words
from offender_name n
where n.surname <> '' and not exists (select 1 from offender_name_token t where t.name = n.id)
