-- The newest first. Every word is in the note, in whatever case; one that was not given is '%'.
select n.id, n.contact, c.offender, c.kind, c.on_day, n.written_on, n.written_by, n.words, count(*) over () as whole
from supervision_contact c join supervision_note n on n.contact = c.id
where c.offender in (select value from json_each($1))
  and lower(n.words) like $2 escape '\' and lower(n.words) like $3 escape '\' and lower(n.words) like $4 escape '\'
  and lower(n.words) like $5 escape '\' and lower(n.words) like $6 escape '\'
order by n.written_on desc, n.id desc limit $7 offset $8
