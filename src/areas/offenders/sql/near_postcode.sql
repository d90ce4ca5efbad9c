select id as offender, birth_date, first_name, surname from offender where id in (
    select a.offender from offender_address a where a.postcode = $1 and exists (
        select 1 from offender_name_token t where t.token = $2 and t.offender = a.offender)) limit $3
