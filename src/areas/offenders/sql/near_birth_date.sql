select distinct b.offender, o.birth_date, o.first_name, o.surname
from offender_birth_date b join offender o on o.id = b.offender where b.birth_date = $1 limit $2
