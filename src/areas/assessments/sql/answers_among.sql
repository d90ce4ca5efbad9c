select assessment, question, answer, came_from, answered_on, answered_by
from assessment_answer
where assessment in (select value from json_each($1)) order by assessment, question
