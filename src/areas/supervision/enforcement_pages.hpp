#pragma once

#include "areas/supervision/enforcement_views.hpp"
#include "kit/page/form.hpp"
#include "kit/page/page.hpp"

/// The pages of enforcement: facts in, page out. Pure.
namespace noms::supervision {

/// Adds to the page of a person's record: each order and licence, its failures, and what must be
/// done by when under which rule.
page::Page enforcement_page(page::Page, const EnforcementView&, bool may_enforce);
/// A breach from its start to what the court decided; the report is edited here until it is served.
page::Page breach_page(page::Page,
                       const BreachView&,
                       bool may_enforce,
                       const form::Values&,
                       const std::vector<FieldError>&);
/// The report for the court, to print.
page::Page report_page(page::Page, const BreachView&);
page::Page recall_page(page::Page, const RecallView&, bool may_enforce);

}  // namespace noms::supervision
