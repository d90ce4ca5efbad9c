#include "areas/release_dates/store.hpp"

#include <algorithm>

#include "areas/release_dates/sql.gen.hpp"

namespace noms::release_dates {
namespace {

using Numbers = std::span<const std::int64_t>;

template <class T>
std::vector<T> among(db::Connection& db, const db::Query& query, Numbers keys) {
    if (keys.empty()) return {};
    return db::all<T>(db, query, db::json_list(keys));
}

/// A date with whose calculation it is of.
struct DateOf {
    OffenderId offender{};
    CalculationId calculation{};
    std::string type{};
    Date on_day{};
};
DESCRIBE(DateOf, offender, calculation, type, on_day)

struct ApprovedDate {
    OffenderId offender{};
    CalculationId calculation{};
    Date approved_on{};
    std::string approved_by{};
    std::string type{};
    Date on_day{};
    std::optional<Date> falls_on{};
};
DESCRIBE(ApprovedDate, offender, calculation, approved_on, approved_by, type, on_day, falls_on)

void put_in_order(std::vector<WorkedDate>& dates) {
    std::ranges::sort(dates, {}, [](const WorkedDate& each) {
        return &date_kind(each.type) - date_kinds().data();
    });
}

template <class Key>
void put_in_order(std::map<Key, std::vector<WorkedDate>>& dates) {
    for (auto& [key, all] : dates) put_in_order(all);
}

std::vector<ApprovedDates> approved_of(const std::vector<ApprovedDate>& rows) {
    std::vector<ApprovedDates> out;
    for (const auto& row : rows) {
        if (out.empty() || out.back().offender != row.offender)
            out.push_back({.offender = row.offender,
                           .calculation = row.calculation,
                           .approved_on = row.approved_on,
                           .approved_by = row.approved_by});
        out.back().dates.push_back(
            {.type = row.type, .on_day = row.on_day, .falls_on = row.falls_on});
    }
    for (auto& each : out) put_in_order(each.dates);
    return out;
}

}  // namespace

namespace store {

std::vector<AddedDays> added_days_among(db::Connection& db, Numbers offenders) {
    return among<AddedDays>(db, sql::added_days_among, offenders);
}

std::vector<StoredCalculation> calculations_of(db::Connection& db, OffenderId offender, int limit) {
    return db::all<StoredCalculation>(db, sql::calculations_of, offender, limit);
}

std::optional<StoredCalculation> calculation(db::Connection& db, CalculationId id) {
    return db::first<StoredCalculation>(db, sql::calculation_by_id, id);
}

std::optional<StoredCalculation> last_calculation(db::Connection& db,
                                                  OffenderId offender,
                                                  CalculationState state) {
    return db::first<StoredCalculation>(db, sql::last_calculation, offender, state);
}

std::vector<StoredCalculation> calculations_after(db::Connection& db, CalculationId id, int limit) {
    return db::all<StoredCalculation>(db, sql::calculations_after, id, limit);
}

std::map<CalculationId, std::vector<WorkedDate>> dates_among(db::Connection& db,
                                                             Numbers calculations) {
    std::map<CalculationId, std::vector<WorkedDate>> out;
    for (auto& row : among<StoredDate>(db, sql::dates_among, calculations))
        out[row.calculation].push_back(
            {.type = row.type, .on_day = row.on_day, .falls_on = row.falls_on});
    put_in_order(out);
    return out;
}

std::map<std::int64_t, std::vector<WorkedDate>> last_dates_among(db::Connection& db,
                                                                 Numbers offenders) {
    std::map<std::int64_t, std::vector<WorkedDate>> out;
    for (auto& row : among<DateOf>(db, sql::last_dates_among, offenders))
        out[row.offender.number].push_back({.type = row.type, .on_day = row.on_day});
    put_in_order(out);
    return out;
}

std::vector<Challenge> challenges_of(db::Connection& db, OffenderId offender) {
    return among<Challenge>(db, sql::challenges_among, std::span(&offender.number, 1));
}

std::optional<Challenge> challenge(db::Connection& db, Id<Challenge> id) {
    return db::first<Challenge>(db, sql::challenge_by_id, id);
}

}  // namespace store

std::vector<ApprovedDates> approved_among(db::Connection& db, Numbers offenders) {
    if (offenders.empty()) return {};
    return ask_approved(db, offenders).get();
}

db::Later<std::vector<ApprovedDates>> ask_approved(db::Connection& db, Numbers offenders) {
    return db::then(db::ask<ApprovedDate>(db, sql::approved_among, db::json_list(offenders)),
                    &approved_of);
}

std::optional<Date> ApprovedDates::release() const {
    const auto* found = release_of(dates);
    return found ? std::optional(found->falls_on.value_or(found->on_day)) : std::nullopt;
}

std::string ApprovedDates::release_name() const {
    const auto* found = release_of(dates);
    return found ? date_kind(found->type).name : "";
}

std::vector<db::Migration> migrations() {
    return sql::migrations;
}

}  // namespace noms::release_dates
