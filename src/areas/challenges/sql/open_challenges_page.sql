select c.id, c.offender, c.version, c.subject, c.assessment, c.predictor, c.tier_on, c.contact, c.note, c.contested, c.entered_by, c.words,
       c.received_on, c.due_on, c.asked, c.asked_name, c.recorded_by, c.outcome, c.answered_on, c.answer, c.answered_by
from challenge c
where c.answered_on is null
  and ($1 = 'national' or exists (
        select 1 from access_hold h
        where h.offender = c.offender and h.scope_kind = $1 and h.body = $2
          and h.from_day <= $4 and (h.until_day is null or h.until_day > $4)))
  and (not exists (
        select 1 from access_restriction x
        where x.offender = c.offender and x.from_day <= $4 and (x.until_day is null or x.until_day > $4))
    or exists (
        select 1 from access_restriction_reader n
        where n.offender = c.offender and n.account = $3
          and n.from_day <= $4 and (n.until_day is null or n.until_day > $4)))
  and (c.due_on, c.id) > ($5, $6)
order by c.due_on, c.id limit $7
