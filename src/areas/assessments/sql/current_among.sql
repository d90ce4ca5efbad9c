select a.id, a.offender, a.version, a.form, a.state, a.copied_from, a.started_on, a.started_by, a.signed_on, a.signer,
       a.signed_by, a.countersigned_on, a.countersigner, a.countersigned_by, a.sent_back,
       w.assessment, w.question, w.answer, w.came_from, w.answered_on, w.answered_by
from assessment a join assessment_answer w on w.assessment = a.id
where a.offender in (select value from json_each($1)) and a.signed_on <= $2
  and not exists (select 1 from assessment b
                  where b.offender = a.offender and b.signed_on <= $2 and b.id > a.id)
order by a.offender, w.question
