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

/// Every table, the largest first. Looks at every page of a SQLite file; PostgreSQL's rows are what
/// its last analysis counted.
std::vector<TableSize> sizes(Database&);

}  // namespace noms::db
