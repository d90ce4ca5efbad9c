-- Who an account is to readers, for those who name its holder.
create view account_facts as
select id as account, shown_name, role from account;
