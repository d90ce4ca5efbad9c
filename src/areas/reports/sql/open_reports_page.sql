select r.id, r.offender, r.version, r.kind, r.court, r.area, r.hearing_on, r.offences, r.committed_on, r.held,
       r.seriousness, r.punishes, r.reduces_reoffending, r.protects, r.repairs, r.asked_on, r.asked_by, r.due_on,
       r.state, r.writer, r.writer_name, r.specified, r.willing, r.fit_for_work, r.disposal, r.months, r.hours,
       r.reasons, r.suggested, r.otherwise, r.proposed_by, r.submitted_on, r.delivered_on, r.delivered_by,
       r.delivered_to, r.delivered_text, r.decided_on, r.decided_disposals, r.decided_requirements, r.decided_words,
       r.decided_recorded_by, r.concordance, r.withdrawn_because, r.recorded_by
from report r
where r.state in ('Unallocated', 'Writing', 'AtGate', 'Passed')
  and ($1 = 0 or r.area in (select value from json_each($2)))
  and ($3 = 'national' or exists (
        select 1 from access_hold h
        where h.offender = r.offender and h.scope_kind = $3 and h.body = $4
          and h.from_day <= $6 and (h.until_day is null or h.until_day > $6)))
  and (not exists (
        select 1 from access_restriction x
        where x.offender = r.offender and x.from_day <= $6 and (x.until_day is null or x.until_day > $6))
    or exists (
        select 1 from access_restriction_reader n
        where n.offender = r.offender and n.account = $5
          and n.from_day <= $6 and (n.until_day is null or n.until_day > $6)))
  and ($7 = 0 or r.writer = $5) and r.due_on < $8
  and (r.due_on, r.id) > ($9, $10)
order by r.due_on, r.id limit $11
