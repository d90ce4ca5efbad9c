-- Begun from the surname, which fewer bear, each of them once; only whoever bears both is read.
select o.id as offender, o.birth_date, o.first_name, o.surname
from (select distinct offender from offender_name_token where token = $1) t join offender o on o.id = t.offender
where exists (select 1 from offender_name_token u where u.token = $2 and u.offender = t.offender) limit $3
