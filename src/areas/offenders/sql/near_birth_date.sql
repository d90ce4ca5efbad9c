select distinct offender, birth_date from offender_birth_date where birth_date = $1 limit 500
