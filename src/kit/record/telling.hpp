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

/// Appends a new row as the event tells it: {"table", "after"}, its empty fields left out. After
/// another of that table {"again"}, with what differs from that one: the answers of a form are many
/// and much alike. `spell_out` (spelling.hpp) makes the first out of the second.
void tell_new(std::string& out, LatestRow&, const TableFacts&, const void* row);
/// A row that goes: {"table", "key", "before"}. A change: with "after" as well, and the fields that
/// differ.
void tell(std::string& out, const TableFacts&, const void* before, const void* after);

}  // namespace noms::record
