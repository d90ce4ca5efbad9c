#include <algorithm>

#include <fmt/format.h>

#include "areas/management/choosing.hpp"
#include "areas/management/leaving.hpp"
#include "areas/management/rules_standards.hpp"
#include "areas/management/store.hpp"

/// Managers given and taken, within the caller's command.
namespace noms::management {
namespace {

constexpr std::string_view caseload = "caseload";

std::string naming_source(offenders::OffenderId offender) {
    return "management/name_manager/" + to_text(offender);
}

/// Whether some open hold other than the area's keeps the offender in that region.
bool is_kept_in(db::Connection& db, offenders::OffenderId offender, BodyId region, Date day) {
    for (const auto& hold : access::holds_of(db, offender.number)) {
        if (hold.until_day || (hold.scope_kind != "prison" && hold.scope_kind != "area")) continue;
        auto around = organisation::region_of_area(db, {hold.body}, day);
        if (around && around->id == region) return true;
    }
    return false;
}

/// The scope of the area and of its region.
void hold_by_area(record::Changes& changes,
                  db::Connection& db,
                  offenders::OffenderId offender,
                  BodyId area,
                  Date day) {
    access::hold_from(changes, db, offender.number, "area", area.number, day);
    if (auto region = organisation::region_of_area(db, area, day))
        access::hold_from(changes, db, offender.number, "region", region->id.number, day);
}

void release_area(record::Changes& changes,
                  db::Connection& db,
                  offenders::OffenderId offender,
                  BodyId area,
                  Date day) {
    access::release_from(changes, db, offender.number, "area", area.number, day);
    auto region = organisation::region_of_area(db, area, day);
    if (region && !is_kept_in(db, offender, region->id, day))
        access::release_from(changes, db, offender.number, "region", region->id.number, day);
}

/// Scopes and open tasks follow the manager who holds the case now.
void follow(record::Changes& changes,
            db::Connection& db,
            const std::optional<Allocation>& before,
            const Allocation& after) {
    auto offender = after.offender;
    auto day = changes.command().day;
    if (before && before->manager && before->manager != after.manager) {
        tell_it_leaves(changes, db, offender, *before->manager, day);
        access::release_from(changes, db, offender.number, caseload, before->manager->number, day);
        tasks::hand_over(changes, db, offender, *before->manager, *after.manager, after.reason);
    }
    access::hold_from(changes, db, offender.number, caseload, after.manager->number, day);
    if (after.area) hold_by_area(changes, db, offender, *after.area, day);
    if (before && before->area && before->area != after.area)
        release_area(changes, db, offender, *before->area, day);
}

/// National Standards want a named manager soon: the duty manager is asked to see to it.
Result<void> ask_for_name(record::Changes& changes, db::Connection& db, const Allocation& row) {
    auto day = changes.command().day;
    auto wanted = TRY(first_standards({.day = day}));
    for (const auto& standard : wanted.standards) {
        if (standard.kind != "name_manager") continue;
        tasks::open(changes,
                    db,
                    {.offender = row.offender,
                     .kind = standard.kind,
                     .what = standard.what,
                     .counted_from = day,
                     .due_on = standard.due_on,
                     .rule = standard.rule + " from sentence or release",
                     .cite = standard.cite,
                     .certainty = standard.certainty,
                     .account = row.manager,
                     .source = naming_source(row.offender) + "/" + to_text(row.from_day)});
    }
    return {};
}

void forget_asking(record::Changes& changes, db::Connection& db, const Allocation& before) {
    if (before.kind == AllocationKind::Duty)
        tasks::close_asked(changes,
                           db,
                           naming_source(before.offender) + "/" + to_text(before.from_day),
                           tasks::TaskState::Done,
                           "A manager was named");
}

/// The row as it stands: changed where one of that day is there already.
void write(record::Changes& changes,
           const std::vector<Allocation>& history,
           const Allocation& row) {
    auto same = std::ranges::find(history, row.from_day, &Allocation::from_day);
    if (same == history.end()) return changes.add(allocations, row);
    changes.change(allocations, *same, row);
}

Allocation row_of(record::Changes& changes,
                  offenders::OffenderId offender,
                  Date from,
                  const Chosen& chosen) {
    return {.offender = offender,
            .from_day = from,
            .manager = chosen.manager,
            .kind = chosen.kind,
            .area = chosen.area,
            .reason = chosen.reason,
            .allocated_by = changes.command().actor_name};
}

/// The stretches from `from` on that no manager covers; `history` is the newest first.
std::vector<Stretch> uncovered(const std::vector<Allocation>& history, Date from) {
    std::vector<Stretch> out;
    std::optional<Date> until;
    for (const auto& row : history) {
        if (until && *until <= from) break;
        if (!row.manager) out.push_back({std::max(row.from_day, from), until});
        until = row.from_day;
    }
    if (!until || from < *until) out.push_back({from, until});
    std::ranges::reverse(out);
    return out;
}

}  // namespace

Result<Allocation> give(record::Changes& changes,
                        db::Connection& db,
                        const std::vector<Allocation>& history,
                        const Allocation& row) {
    std::optional<Allocation> before;
    if (!history.empty()) before = history.front();
    if (before && before->manager == row.manager && before->kind == row.kind)
        return invalid(
            {{"manager", "manages_already", "That officer manages this offender already"}});
    write(changes, history, row);
    if (before) forget_asking(changes, db, *before);
    follow(changes, db, before, row);
    if (row.kind == AllocationKind::Duty) CHECK(ask_for_name(changes, db, row));
    return row;
}

Result<Allocation> name_afterwards(record::Changes& changes,
                                   db::Connection& db,
                                   const std::vector<Allocation>& history,
                                   const Allocation& row) {
    auto newest = history.empty() ? std::nullopt : std::optional(history.front());
    auto left = history;  // once the stand-ins have gone
    for (const auto& each : history) {
        if (each.from_day < row.from_day) break;
        if (each.kind != AllocationKind::Duty)
            return invalid(
                {{"from_day", "not_after", "An allocation of that day or later is recorded"}});
        changes.remove(allocations, each);
        forget_asking(changes, db, each);
        left.erase(left.begin());
    }
    if (!left.empty() && left.front().manager == row.manager &&
        left.front().kind == AllocationKind::Named)
        return invalid(
            {{"manager", "manages_already", "That officer manages this offender already"}});
    changes.add(allocations, row);
    if (newest && newest->from_day < row.from_day) forget_asking(changes, db, *newest);
    follow(changes, db, newest, row);
    return row;
}

Result<Allocation> allocate(record::Changes& changes,
                            db::Connection& db,
                            const NewAllocation& wanted) {
    auto history = allocations_of(db, wanted.offender);
    if (!history.empty() && wanted.from_day < history.front().from_day)
        return refused("An allocation from " + in_words(history.front().from_day) +
                       " is recorded already.");
    auto chosen = TRY(choose(changes, db, wanted, history, {wanted.from_day, {}}));
    return give(changes, db, history, row_of(changes, wanted.offender, wanted.from_day, chosen));
}

Result<void> have_manager(record::Changes& changes,
                          db::Connection& db,
                          const NewAllocation& wanted) {
    auto history = allocations_of(db, wanted.offender);
    for (const auto& stretch : uncovered(history, wanted.from_day)) {
        auto chosen = TRY(choose(changes, db, wanted, history, stretch));
        auto row = row_of(changes, wanted.offender, stretch.from, chosen);
        write(changes, history, row);
        if (stretch.until) continue;  // of the past: who holds the case now stays
        follow(changes, db, std::nullopt, row);
        if (row.kind == AllocationKind::Duty) CHECK(ask_for_name(changes, db, row));
    }
    return {};
}

Result<void> hold_by_managing_area(record::Changes& changes,
                                   db::Connection& db,
                                   offenders::OffenderId offender) {
    auto day = changes.command().day;
    auto manager = manager_of(db, offender, day);
    if (!manager) return refused("Nobody manages this offender.");
    if (manager->area) hold_by_area(changes, db, offender, *manager->area, day);
    return {};
}

}  // namespace noms::management
