#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/assessments/assessments.hpp"
#include "areas/reports/reports.hpp"
#include "areas/supervision/supervision.hpp"

/// What the record says for a report: a draft of each section in plain words, and the facts for the
/// rule of proposals.
namespace noms::reports {

/// Everything that the drafts are drawn from.
struct Drawn {
    offenders::Offender who{};
    assessments::AssessedNow assessed{};
    assessments::Answers answers{};                          // of that assessment, by question
    std::vector<sentences::SentenceForOffence> sentences{};  // before the report
    supervision::HowKept kept{};
    supervision::Proceedings proceedings{};
    std::vector<std::string> completed{};  // interventions, by name
    std::vector<std::string> not_completed{};
};
/// What that section is drawn from; an empty one: what all of them are.
Drawn drawn_for(db::Connection&,
                const offenders::Offender&,
                const Report&,
                Date day,
                std::string_view section = {});
/// A draft of that section; never empty: what is not known is said.
std::string draft_of(std::string_view section, const Report&, const Drawn&);

/// The facts of the rule, from the record and what the writer added.
ProposalFacts proposal_facts(const Report&, const Drawn&);
/// The same, asking the record for no more than the rule looks at.
Result<ProposalRuling> suggested(db::Connection&, const offenders::Offender&, const Report&, Date);

/// As it was delivered, or else as it stands today.
Result<ReportText> text_of(web::Context&, const offenders::Offender&, const Report&);

}  // namespace noms::reports
