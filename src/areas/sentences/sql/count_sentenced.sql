select count(distinct offender) from sentence
