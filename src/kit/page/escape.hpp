#pragma once

#include <string>
#include <string_view>

namespace noms::page {

/// Appends `plain` with & < > " and ' escaped.
void append_escaped(std::string& out, std::string_view plain);

}  // namespace noms::page
