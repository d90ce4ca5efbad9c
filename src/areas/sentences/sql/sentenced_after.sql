select distinct offender from sentence where offender > $1 order by offender limit $2
