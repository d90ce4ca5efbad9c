#include "areas/management/joining.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "areas/access/access.hpp"
#include "areas/management/store.hpp"
#include "kit/record/following.hpp"

/// What becomes of managers and plans when two records turn out to be one person's.
namespace noms::management {
namespace {

/// The last allocation; without a manager where management ended.
std::optional<Allocation> newest(db::Connection& db, offenders::OffenderId offender) {
    auto history = allocations_of(db, offender);
    return history.empty() ? std::nullopt : std::optional(history.front());
}

std::string name_of(db::Connection& db, record::AccountId account) {
    auto found = access::account_by_id(db, account);
    return found ? found->shown_name : "somebody";
}

/// One person has one offender manager, and no end of management of the one ends the other's.
Result<void> fit(db::Connection& db, std::span<const std::int64_t> offenders, Date) {
    std::optional<Allocation> last, manages;
    for (auto offender : offenders) {
        auto now = newest(db, {offender});
        if (!now) continue;
        if (!last || last->from_day < now->from_day) last = now;
        if (!now->manager) continue;
        if (manages && manages->manager != now->manager)
            return refused(fmt::format(
                "One person has one offender manager: {} manages the one, {} the other. Allocate "
                "both to the same first.",
                name_of(db, *manages->manager),
                name_of(db, *now->manager)));
        if (!manages || manages->from_day < now->from_day) manages = now;
    }
    if (!manages || last->manager) return {};
    return refused(fmt::format(
        "Management of one record ended on {}, and {} still manages the other, from {}: allocate "
        "that one anew first, so that it goes on.",
        noms::in_words(last->from_day),
        name_of(db, *manages->manager),
        noms::in_words(manages->from_day)));
}

/// The record stands on the caseload of whoever manages the offender, and on no other.
void settle(record::Changes& changes, db::Connection& db, std::int64_t offender) {
    auto day = changes.command().day;
    auto now = newest(db, {offender});
    if (now && !now->manager) now.reset();
    for (const auto& hold : access::holds_of(db, offender))
        if (hold.scope_kind == "caseload" && !hold.until_day &&
            !(now && now->manager->number == hold.body))
            access::release_from(changes, db, offender, "caseload", hold.body, day);
    if (now) access::hold_from(changes, db, offender, "caseload", now->manager->number, day);
}

}  // namespace

void follow_joins() {
    record::add_following({.area = "management",
                           .tables = {record::following(allocations, &Allocation::offender),
                                      record::following(supports, &Support::offender),
                                      record::following(objectives, &Objective::offender)},
                           .fit = &fit,
                           .settle = &settle});
}

}  // namespace noms::management
