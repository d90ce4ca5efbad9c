select id, offender, version, kind, court, area, hearing_on, offences, committed_on, held, seriousness, punishes,
       reduces_reoffending, protects, repairs, asked_on, asked_by, due_on, state, writer, writer_name, specified,
       willing, fit_for_work, disposal, months, hours, reasons, suggested, otherwise, proposed_by, submitted_on,
       delivered_on, delivered_by, delivered_to, delivered_text, decided_on, decided_disposals,
       decided_requirements, decided_words, decided_recorded_by, concordance, withdrawn_because, recorded_by
from report where offender in (select value from json_each($1))
order by offender, asked_on desc, id desc
