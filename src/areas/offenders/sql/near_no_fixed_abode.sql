-- As near_postcode, begun from the name: thousands share a postcode of those who live nowhere, and have an
-- index of their own, which answers in half the time.
select o.id as offender, o.birth_date, o.first_name, o.surname
from (select distinct offender from offender_name_token where token = $1) t join offender o on o.id = t.offender
where exists (select 1 from offender_address a
              where a.offender = t.offender and upper(a.postcode) in ('NF1 1NF', 'NF1 1FA')) limit $2
