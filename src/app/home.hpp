#pragma once

#include "kit/web/api.hpp"

namespace noms::app {

/// Adds what belongs to no area: the first page, the description for machines, accessibility.
void serve_home(web::Api&);

}  // namespace noms::app
