select offender, id, disposal, imposed_on, term, years, months, weeks, days, supervision_months, operational_months,
       remand_days, tagged_bail_days, consecutive_to, ended_on, activated_on, activated_months, activated_weeks,
       activated_days
from sentence where offender in (select value from json_each($1)) order by offender, imposed_on, id
