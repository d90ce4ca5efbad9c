#pragma once

#include <string>
#include <string_view>

namespace noms::conformance {

/// Why our components do not offer the option at that path ("label.attributes"), as decided; empty
/// when nobody has decided so, which is a failure.
std::string_view reason_for(std::string_view path);

}  // namespace noms::conformance
