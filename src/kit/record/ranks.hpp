#pragma once

#include <map>
#include <string>

#include "kit/db/database.hpp"

namespace noms::record {

/// Where each table stands in the order they were created in. A table is created after those it
/// refers to, so this order has parents first.
using Ranks = std::map<std::string, size_t, std::less<>>;
Ranks ranks_in(db::Connection&);

}  // namespace noms::record
