#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "areas/offenders/joins.hpp"

/// What `offenders` itself has of one person, and moving it to another.
namespace noms::offenders {

/// Everything that stands under one offender and would move with a join.
struct Held {
    std::vector<SourceRecord> records{};
    std::vector<Name> names{};
    std::vector<NameToken> tokens{};
    std::vector<BirthDate> birth_dates{};
    std::vector<Identifier> identifiers{};
    std::vector<Address> addresses{};
    std::vector<Alert> alerts{};
};
Held held_by(db::Connection&, OffenderId);

/// Moves the facts that `wanted` picks (by their record and their own id) to another offender.
class Mover {
public:
    using Wanted = std::function<bool(const std::optional<RecordId>&, std::int64_t)>;
    Mover(record::Changes& changes, OffenderId to, Wanted wanted)
        : changes_(changes), to_(to), wanted_(std::move(wanted)) {}

    void move(const Held& held);
    const std::vector<LinkFact>& moved() const { return moved_; }

private:
    record::Changes& changes_;
    OffenderId to_;
    Wanted wanted_;
    std::vector<LinkFact> moved_;

    template <class T>
    void write(const record::Table<T>& table, const T& row) {
        auto after = row;
        after.offender = to_;
        changes_.change(table, row, after);
    }
    template <class T>
    bool move_one(const record::Table<T>& table, const T& row, std::optional<RecordId> record) {
        if (!wanted_(record, row.id.number)) return false;
        write(table, row);
        moved_.push_back({.fact_table = std::string(table.name), .fact = row.id.number});
        return true;
    }
};

}  // namespace noms::offenders
