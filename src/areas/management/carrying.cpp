#include <fmt/format.h>

#include "areas/management/management.hpp"
#include "areas/management/rules_plan.hpp"

/// The plan through the gate.
namespace noms::management {
namespace {

constexpr int look_again_working_days = 10;

void ask_manager(record::Changes& changes,
                 db::Connection& db,
                 const Objective& left,
                 const std::optional<Allocation>& manager,
                 Date day) {
    tasks::Task task{.offender = left.offender,
                     .kind = "objective_without_match",
                     .what = "Decide what takes the place of: " + left.objective,
                     .counted_from = day,
                     .due_on = tasks::working_days_after(day, look_again_working_days),
                     .rule = fmt::format("{} working days from release", look_again_working_days),
                     .cite = "noms: an own rule, no standard says when",
                     .certainty = "own",
                     .source = "management/objective/" + to_text(left.id)};
    if (manager && manager->manager) task.account = manager->manager;
    if (!task.account) {
        task.list_kind = "national";
        task.note = "Nobody managed the offender on that day";
    }
    tasks::open(changes, db, task);
}

}  // namespace

Carried carry_outside(record::Changes& changes,
                      db::Connection& db,
                      offenders::OffenderId offender,
                      Date day) {
    Carried carried;
    auto manager = manager_of(db, offender, day);
    for (const auto& each : objectives_among(db, std::span(&offender.number, 1))) {
        if (each.state != ObjectiveState::Open) continue;
        auto crossing = through_the_gate(each);
        auto after = each;
        after.version += 1;
        after.note = crossing.why;
        if (crossing.goes_on && crossing.activity == each.activity) {
            carried.went_on.push_back(each);
            continue;
        }
        after.activity = crossing.goes_on ? crossing.activity : each.activity;
        if (!crossing.goes_on) {
            after.state = ObjectiveState::Left;
            after.closed_on = day;
            after.closed_by = changes.command().actor_name;
            ask_manager(changes, db, after, manager, day);
        }
        changes.change(objectives, each, after);
        (crossing.goes_on ? carried.went_on : carried.left).push_back(after);
    }
    return carried;
}

}  // namespace noms::management
