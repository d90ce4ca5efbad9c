#pragma once

#include "kit/web/api.hpp"

namespace noms::app {

/// Adds the page that says how far anybody can use the service.
void serve_accessibility(web::Api&);

}  // namespace noms::app
