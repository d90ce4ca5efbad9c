#pragma once

#include "areas/sentences/catalogue.hpp"
#include "kit/law/law.hpp"

/// Where the law of a disposal can be read.
namespace noms::sentences {

/// Its Act in full, with the link to the first section that is named.
law::Provision provision_of(const Disposal&);

}  // namespace noms::sentences
