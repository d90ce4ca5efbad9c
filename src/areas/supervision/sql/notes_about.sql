-- Everything written about these people, the newest first: what has the words is picked out of it.
select n.id, n.contact, c.offender, c.kind, c.on_day, n.written_on, n.written_by, n.words
from supervision_contact c join supervision_note n on n.contact = c.id
where c.offender in (select value from json_each($1))
order by n.written_on desc, n.id desc
