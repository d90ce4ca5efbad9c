select count(*) as n from account
