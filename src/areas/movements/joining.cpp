#include "areas/movements/joining.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/movements/moving.hpp"
#include "kit/record/following.hpp"

/// What becomes of movements when two records turn out to be one person's.
namespace noms::movements {
namespace {

/// "HMP Leeds since 3 April 2006".
std::string stay_in_words(db::Connection& db, const Movement& last, Date day) {
    auto prison = organisation::body(db, *last.prison, day);
    return (prison ? prison->name : std::string("a prison")) + " since " +
           noms::in_words(day_of(last.at));
}

/// Nobody is in two prisons at once.
Result<void> one_prison(db::Connection& db, std::vector<Movement> newest_first, Date day) {
    std::vector<Movement> inside;
    std::optional<offenders::OffenderId> seen;
    for (auto& each : newest_first)
        if (std::exchange(seen, each.offender) != each.offender && each.prison)
            inside.push_back(std::move(each));
    if (inside.size() < 2) return {};
    return refused(fmt::format(
        "One person cannot be in two prisons at once: one record is on the roll of {}, the other "
        "on that of {}. Put right first which of them is so.",
        stay_in_words(db, inside[0], day),
        stay_in_words(db, inside[1], day)));
}

Result<void> one_chain(std::vector<Movement> rows, Date day) {
    std::ranges::stable_sort(rows, {}, &Movement::at);
    std::optional<Movement> last;
    for (const auto& row : rows) {
        auto next = following(last, row, std::max(day, day_of(row.at)));
        if (!next) {
            const auto& why = next.error();
            return refused(
                fmt::format("These cannot be the movements of one person. What is recorded for {} "
                            "could not be: {}",
                            noms::in_words(day_of(row.at)),
                            why.fields.empty() ? why.message : why.fields.front().words));
        }
        last = row;
    }
    return {};
}

Result<void> fit(db::Connection& db, std::span<const std::int64_t> offenders, Date day) {
    auto rows = movements_of(db, offenders);
    CHECK(one_prison(db, rows, day));
    return one_chain(std::move(rows), day);
}

/// The prison on whose roll they are holds the record.
void settle(record::Changes& changes, db::Connection& db, std::int64_t offender) {
    auto day = changes.command().day;
    move_holds(changes, db, {offender}, {.after = last_movement(db, {offender})}, day);
}

}  // namespace

void follow_joins() {
    record::add_following({.area = "movements",
                           .tables = {record::following(warrants, &Warrant::offender),
                                      record::following(movements, &Movement::offender)},
                           .fit = &fit,
                           .settle = &settle});
}

}  // namespace noms::movements
