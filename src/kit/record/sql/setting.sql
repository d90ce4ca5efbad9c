select value from service_setting where name = $1
