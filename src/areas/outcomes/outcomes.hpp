#pragma once

#include "areas/outcomes/rules.hpp"
#include "kit/web/api.hpp"

/// What becomes of those who are managed, and whether it is fair. Counts from the rows of other
/// areas, and owns no tables.
namespace noms::outcomes {

/// Adds this area's addresses.
void serve(web::Api&);

}  // namespace noms::outcomes
