select id, offender, appearance, offence, disposal, imposed_on, term, years, months, weeks, days,
       custodial_years, custodial_months, custodial_weeks, custodial_days, supervision_months,
       operational_months, hours, amount_pence, remand_days, tagged_bail_days, punishes,
       reduces_reoffending, protects, repairs, consecutive_to, ended_on, ended_reason, recorded_by,
       activated_on, activated_months, activated_weeks, activated_days
from sentence where offender in (select value from json_each($1)) order by offender, imposed_on, id
