#pragma once

#include <string>
#include <vector>

#include "kit/db/database.hpp"

namespace noms::db {

/// How many rows a table has, and how many bytes it takes with its indexes.
struct TableSize {
    std::string name{};
    std::int64_t rows = 0;
    std::int64_t bytes = 0;
};
DESCRIBE(TableSize, name, rows, bytes)

/// To be called when many rows have come in. PostgreSQL counts them, and notes that everybody sees
/// them: until then no index answers by itself. SQLite needs nothing.
void settle(Database&);

/// Every table, the largest first. Looks at every page of a SQLite file; PostgreSQL's rows are what
/// it counted when it settled last.
std::vector<TableSize> sizes(Database&);

}  // namespace noms::db
