#pragma once

#include <string>
#include <string_view>

namespace noms::conformance {

/// The markup with one tag or text a line, attributes and classes in order, white space and
/// character references made alike: two texts are equal when a browser makes the same page of them.
std::string normal_form(std::string_view html);

}  // namespace noms::conformance
