#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "kit/law/law.hpp"

namespace noms::law {

/// The `[[holiday]]` rows of a calendar's law file, by day. Throws Malformed when one is amiss.
std::vector<std::pair<Date, std::string>> holidays_of(std::string_view toml);

}  // namespace noms::law
