select assessment, section, version, saved_on, saved_by
from assessment_section where assessment = $1 order by section
