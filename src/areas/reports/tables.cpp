#include "areas/reports/facts.hpp"

namespace noms::reports {

const record::Table<Report> reports{"report", "id"};
const record::Table<Section> sections{"report_section", "report,section"};
const record::Table<ProposedRequirement> proposed_requirements{"report_requirement", "report,kind"};
const record::Table<Naming> namings{"report_naming", "id"};
const record::Table<Check> report_checks{"report_check", "id"};

}  // namespace noms::reports
