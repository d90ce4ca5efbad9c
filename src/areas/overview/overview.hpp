#pragma once

#include "kit/web/api.hpp"

/// Pages that show many areas to one audience: a person's page, an officer's day, a region, the
/// home page. Owns no tables; asks each area once a page.
namespace noms::overview {

/// Adds this area's addresses.
void serve(web::Api&);

}  // namespace noms::overview
