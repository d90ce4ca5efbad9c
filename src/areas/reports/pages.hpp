#pragma once

#include <string>
#include <vector>

#include "areas/reports/views.hpp"
#include "areas/reports/words.hpp"
#include "kit/page/form.hpp"
#include "kit/page/page.hpp"

/// The area's pages: facts in, page out. Pure.
namespace noms::reports {

page::Page person_page(page::Page, const offenders::Offender&, const PersonReports&, bool may_ask);
page::Page report_page(page::Page,
                       const ReportInFull&,
                       Date today,
                       const form::Values&,
                       const std::vector<FieldError>&);
/// To print: a draft says so.
page::Page text_page(page::Page, const Report&, const ReportText&);

/// A section as its form shows it: what is saved, what the record says, and what was typed.
/// `closed` is why the reader cannot write it, empty where they can.
struct SectionForm {
    Report report{};
    SectionKind kind{};
    std::optional<Section> saved{};
    std::string draft{};
    std::string closed{};
};
page::Page section_page(page::Page,
                        const SectionForm&,
                        const form::Values&,
                        const std::vector<FieldError>&);
/// The suggestion with its reasons, what it misses, and the form to propose.
page::Page proposal_page(page::Page,
                         const Report&,
                         const std::vector<ProposedRequirement>&,
                         const ProposalRuling&,
                         std::string_view closed,
                         const form::Values&,
                         const std::vector<FieldError>&);

page::Page list_page(const ReportList&, const ReportQuery&);
page::Page concordance_page(const ConcordanceView&, const ConcordanceQuery&);

/// The state in its colour.
page::Html state_tag(State);

}  // namespace noms::reports
