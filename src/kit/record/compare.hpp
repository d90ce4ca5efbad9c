#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "kit/db/database.hpp"
#include "kit/record/record.hpp"

namespace noms::record {

/// How one table of two databases compares, row by row and column by column.
struct TableComparison {
    std::string table{};
    std::int64_t rows = 0;       // in the first
    std::int64_t differing = 0;  // rows that are missing, more, or unlike
};

/// Compares tables by key, in memory that does not grow with their size.
std::vector<TableComparison> compare(db::Database& one,
                                     db::Database& other,
                                     const std::vector<TableFacts>& which);
/// Compares every table that commands write.
std::vector<TableComparison> compare(db::Database& one, db::Database& other);

}  // namespace noms::record
