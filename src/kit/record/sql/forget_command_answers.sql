delete from command_answer where answered_at < $1
