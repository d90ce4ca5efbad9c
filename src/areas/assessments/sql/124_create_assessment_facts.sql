-- For counting: one row an assessment, without a word about who or what was answered.
create view assessment_facts as
select a.offender, a.form, a.state, a.started_on, a.signed_on, a.countersigned_on,
       case when a.copied_from is null then 0 else 1 end as was_copied
from assessment a;
