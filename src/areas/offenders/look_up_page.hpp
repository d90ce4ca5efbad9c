#pragma once

#include <optional>
#include <vector>

#include "areas/offenders/look_up.hpp"
#include "kit/page/page.hpp"

namespace noms::offenders {

/// The form of looking somebody up, and below it who was found; nothing was asked yet: no list.
page::Page look_up_page(const Description&,
                        const std::optional<LookedUp>&,
                        const std::vector<FieldError>&);

}  // namespace noms::offenders
