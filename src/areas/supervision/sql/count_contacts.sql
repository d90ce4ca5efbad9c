select count(*) from supervision_contact
where offender = $1 and ($2 = '' or kind = $2) and ($3 = '' or state = $3)
