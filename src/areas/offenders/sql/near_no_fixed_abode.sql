-- As near_postcode, begun from the name: thousands share the postcode of those who live nowhere.
select id as offender, birth_date, first_name, surname from offender where id in (
    select t.offender from offender_name_token t where t.token = $2 and exists (
        select 1 from offender_address a where a.postcode = $1 and a.offender = t.offender)) limit $3
