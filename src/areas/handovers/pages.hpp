#pragma once

#include <string>
#include <vector>

#include "areas/handovers/views.hpp"
#include "kit/page/page.hpp"

/// The pages of this area. Pure.
namespace noms::handovers {

/// "Release", "Change of offender manager".
std::string in_words(Gate);
std::string path_of(const Handover&);
page::Page person_page(page::Page,
                       const offenders::Offender&,
                       const PersonHandovers&,
                       bool may_record);
page::Page handover_page(page::Page, const HandoverInFull&, Date today, bool may_record);
page::Page list_page(const HandoverList&, const std::vector<page::Option>& choices);

}  // namespace noms::handovers
