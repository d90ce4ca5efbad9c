#pragma once

#include <vector>

#include "areas/offenders/pair_view.hpp"
#include "kit/page/form.hpp"
#include "kit/page/page.hpp"

/// The pages of reviewing: facts in, page out. Pure.
namespace noms::offenders {

page::Page pairs_page(const Pairs&);
page::Page pair_page(const PairView&, const form::Values&, const std::vector<FieldError>&);

}  // namespace noms::offenders
