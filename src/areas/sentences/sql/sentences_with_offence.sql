select s.id, s.offender, s.appearance, s.offence, s.disposal, s.imposed_on, s.term, s.years, s.months, s.weeks, s.days,
       s.custodial_years, s.custodial_months, s.custodial_weeks, s.custodial_days, s.supervision_months,
       s.operational_months, s.hours, s.amount_pence, s.remand_days, s.tagged_bail_days, s.punishes,
       s.reduces_reoffending, s.protects, s.repairs, s.consecutive_to, s.ended_on, s.ended_reason, s.recorded_by,
       s.activated_on, s.activated_months, s.activated_weeks, s.activated_days,
       o.words as offence_words
from sentence s join sentence_offence o on o.id = s.offence
where s.offender in (select value from json_each($1)) order by s.offender, s.imposed_on, s.id
