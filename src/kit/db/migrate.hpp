#pragma once

#include "kit/base/date.hpp"
#include "kit/db/database.hpp"

namespace noms::db {

/// `migrate`, said to have been at `at` instead of now: a demonstration has the same bytes each
/// time.
Result<int> migrate(Database&, std::vector<Migration> migrations, Instant at);

}  // namespace noms::db
