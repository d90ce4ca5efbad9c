select count(*) as n from account where demonstration = $1 and state = 'Active'
