select s.board, s.post, s.from_day, s.capacity, s.source, s.certainty
from board_seat s
where s.from_day = (select max(q.from_day) from board_seat q
                    where q.board = s.board and q.post = s.post and q.from_day <= $1)
  and s.capacity <> 'None'
order by s.board, s.post
