#pragma once

#include "kit/web/api.hpp"

namespace noms::access {

/// Adds the pages and commands of accounts, restrictions, the audit and the feed of events. Signing
/// in and out is the Door's.
void serve(web::Api&);

}  // namespace noms::access
