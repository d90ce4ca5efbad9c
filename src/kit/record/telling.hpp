#pragma once

#include <string>

#include "kit/record/record.hpp"

/// What a change is in the words of an event, and as values for the engine.
namespace noms::record {

bool is_key(const TableFacts&, std::string_view column);
bool differs(const describe::Field&, const void* before, const void* after);
db::Value value_of(const describe::Field&, const void* row);
/// Every column, as described.
std::vector<db::Value> values_of(const describe::Type&, const void* row);
std::vector<std::string_view> columns_of(const describe::Type&);

/// Appends one change as the event tells it. A new row: {"table", "after"}, its empty fields left
/// out. A row that goes: {"table", "key", "before"}. A change: all four, with the fields that
/// differ.
void tell(std::string& out, const TableFacts&, const void* before, const void* after);

}  // namespace noms::record
