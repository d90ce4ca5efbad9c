#include <algorithm>

#include "areas/management/leaving.hpp"
#include "areas/management/store.hpp"

/// The end of management: nobody manages from then on.
namespace noms::management {
namespace {

void end_support(record::Changes& changes,
                 db::Connection& db,
                 offenders::OffenderId offender,
                 Date day) {
    for (const auto& each : support_among(db, std::span(&offender.number, 1), day)) {
        auto ended = each;
        ended.from_day = day;
        ended.account.reset();
        ended.set_by = changes.command().actor_name;
        if (each.from_day == day)
            changes.change(supports, each, ended);
        else
            changes.add(supports, ended);
    }
}

void leave_objectives(record::Changes& changes,
                      db::Connection& db,
                      offenders::OffenderId offender,
                      const std::string& reason) {
    for (const auto& each : objectives_among(db, std::span(&offender.number, 1))) {
        if (each.state != ObjectiveState::Open) continue;
        auto left = each;
        left.version += 1;
        left.state = ObjectiveState::Left;
        left.closed_on = changes.command().day;
        left.closed_by = changes.command().actor_name;
        left.note = reason;
        changes.change(objectives, each, left);
    }
}

}  // namespace

Result<Allocation> terminate(record::Changes& changes,
                             db::Connection& db,
                             offenders::OffenderId offender,
                             Date day,
                             const std::string& reason) {
    auto history = allocations_of(db, offender);
    if (history.empty() || !history.front().manager)
        return refused("Nobody manages this offender, so there is nothing to end.");
    const auto& last = history.front();
    day = std::max(day, last.from_day);  // what was recorded since stands
    auto row = last;
    row.from_day = day;
    row.manager.reset();
    row.kind = AllocationKind::Ended;
    row.reason = reason;
    row.allocated_by = changes.command().actor_name;
    if (last.from_day == day)
        changes.change(allocations, last, row);
    else
        changes.add(allocations, row);
    tell_it_leaves(changes, db, offender, *last.manager, changes.command().day);
    access::release_from(
        changes, db, offender.number, "caseload", last.manager->number, changes.command().day);
    tasks::cancel_open(changes, db, offender, reason);
    end_support(changes, db, offender, day);
    leave_objectives(changes, db, offender, reason);
    return row;
}

}  // namespace noms::management
