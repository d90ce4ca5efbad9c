create index command_answer_by_time on command_answer (answered_at);
