#pragma once

#include <map>
#include <string>

#include "given.hpp"
#include "kit/page/html.hpp"

namespace noms::conformance {

/// Makes the component from a fixture's options, as a page would make it.
using Component = page::Html (*)(Given&);

/// The components that stand alone: back link, button, panel, tag, …
std::map<std::string, Component> plain_components();
/// Those of forms: input, radios, fieldset, …
std::map<std::string, Component> form_components();

}  // namespace noms::conformance
