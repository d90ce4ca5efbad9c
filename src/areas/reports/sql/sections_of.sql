select report, section, version, words, saved_on, saved_by from report_section where report = $1
