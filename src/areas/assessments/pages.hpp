#pragma once

#include "areas/assessments/handlers.hpp"
#include "areas/assessments/views.hpp"
#include "kit/page/form.hpp"
#include "kit/page/page.hpp"

/// The area's pages: facts in, page out. Pure.
namespace noms::assessments {

/// What the reader may do with the assessments of one offender.
struct May {
    bool answer = false;
    bool lead = false;    // start, decide, sign, set a tier
    bool second = false;  // countersign: a senior officer other than the signer
};

std::string path_of(const Assessment&);
std::string path_of(const Assessment&, std::string_view section);
/// Where an assessment stands, in words and colour.
page::Html state_of(const Assessment&);

/// All of a person's assessments, what is known now, and the tier.
page::Page assessments_page(page::Page,
                            const AssessmentsView&,
                            May,
                            const std::string& next_path,
                            const std::vector<FieldError>&);
/// One assessment: where it stands, what follows from it, who signs.
page::Page assessment_page(page::Page, const AssessmentView&, May, const std::vector<FieldError>&);
/// What follows from the answers: risk, needs, predictors.
page::Html conclusion_sections(const AssessmentView&);

/// One section as a form; `values` are what was typed when it is shown again.
struct SectionForm {
    const Whole& whole;
    FormSection section{};
    bool may_answer = false;
    bool may_decide = false;
};
page::Page section_page(page::Page,
                        const SectionForm&,
                        const form::Values& values,
                        const std::vector<FieldError>&);
/// Every answer from top to bottom, for the printer.
page::Page whole_page(page::Page, const AssessmentView&, const Whole&);
page::Page differences_page(page::Page, const Assessment&, const Compared&);

/// The tier that holds, the one by the rules, why, and what would change it.
page::Html tier_section(const AssessmentsView&, May);

}  // namespace noms::assessments
