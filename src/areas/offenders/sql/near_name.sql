-- Begun from the surname, which fewer bear; only whoever bears both is read.
select id as offender, birth_date, first_name, surname from offender where id in (
    select t.offender from offender_name_token t where t.token = $1 and exists (
        select 1 from offender_name_token u where u.token = $2 and u.offender = t.offender)) limit $3
