#pragma once

#include "areas/catalogue/handlers.hpp"
#include "areas/catalogue/views.hpp"
#include "kit/page/form.hpp"
#include "kit/page/page.hpp"

/// The area's pages: facts in, page out. Pure.
namespace noms::catalogue {

page::Page list_page(const OfferingList&, const CatalogueQuery&, const Choices&, bool may_add);
/// One offering: its places, what the intervention is and whom it is for. `more` are the pages that
/// other areas have of it.
page::Page offering_page(const OfferingView&,
                         const std::vector<page::Link>& more,
                         bool may_change,
                         Date today);
/// Every intervention of the reference, with its source.
page::Page interventions_page();
page::Page add_page(const std::vector<page::Option>& places,
                    const form::Values&,
                    const std::vector<FieldError>&);
page::Page change_page(const OfferingView&, const form::Values&, const std::vector<FieldError>&);

/// "Custody", "Community".
std::string in_words(Setting);

}  // namespace noms::catalogue
