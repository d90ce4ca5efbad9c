#include "kit/record/gathering.hpp"

#include <algorithm>

#include "kit/record/ranks.hpp"
#include "kit/record/telling.hpp"

namespace noms::record {

void Gathering::add(const TableFacts& table, const void* row) {
    waiting(table).rows.push_back(values_of(*table.type, row));
    ++rows_;
}

/// A form's answers come one after the other: mostly it is the table of the row before.
Gathering::Waiting& Gathering::waiting(const TableFacts& table) {
    auto same = [&](const Waiting& each) { return each.table.name == table.name; };
    if (latest_ < tables_.size() && same(tables_[latest_])) return tables_[latest_];
    auto found = std::ranges::find_if(tables_, same);
    if (found == tables_.end()) found = tables_.insert(found, Waiting{.table = table});
    latest_ = size_t(found - tables_.begin());
    return *found;
}

/// Where a row of the same key waits, else how many wait. What changes came last, so it is sought
/// from the end.
size_t Gathering::place_in(const Waiting& waiting, const TableFacts& table, const void* row) {
    std::vector<std::pair<size_t, db::Value>> key;
    const auto& fields = table.type->fields;
    for (size_t i = 0; i < fields.size(); ++i)
        if (is_key(table, fields[i].name)) key.emplace_back(i, value_of(fields[i], row));
    auto fits = [&](const Row& values) {
        return std::ranges::all_of(
            key, [&](const auto& part) { return values[part.first] == part.second; });
    };
    for (size_t at = waiting.rows.size(); at > 0; --at)
        if (fits(waiting.rows[at - 1])) return at - 1;
    return waiting.rows.size();
}

bool Gathering::change(const TableFacts& table, const void* before, const void* after) {
    auto& there = waiting(table);
    auto at = place_in(there, table, before);
    if (at == there.rows.size()) return false;
    there.rows[at] = values_of(*table.type, after);
    return true;
}

bool Gathering::remove(const TableFacts& table, const void* row) {
    auto& there = waiting(table);
    auto at = place_in(there, table, row);
    if (at == there.rows.size()) return false;
    there.rows.erase(there.rows.begin() + std::ptrdiff_t(at));
    --rows_;
    return true;
}

void Gathering::then(const TableFacts& table, db::Query query, std::vector<db::Value> values) {
    later_.push_back({table.name, query, std::move(values)});
}

void Gathering::write(db::Connection& db) {
    if (rows_ > 0) {
        auto ranks = ranks_in(db);
        std::ranges::sort(tables_, {}, [&](const Waiting& each) {
            return ranks.at(std::string(each.table.name));
        });
    }
    for (const auto& each : tables_)
        if (!each.rows.empty()) db.copy(each.table.name, columns_of(*each.table.type), each.rows);
    for (const auto& each : later_) run_on_one(db, each.table, each.query, each.values);
}

void Gathering::clear() {
    for (auto& each : tables_) each.rows.clear();
    later_.clear();
    rows_ = 0;
}

void run_on_one(db::Connection& db,
                std::string_view table,
                const db::Query& query,
                std::span<const db::Value> values) {
    int rows = 0;
    db.read(query, values, [&](const db::Row&) { ++rows; });
    if (rows != 1) throw db::Broken("no row of " + std::string(table) + " has that key");
}

}  // namespace noms::record
