#include "areas/management/management.hpp"

/// The first clocks of a sentence or a release.
namespace noms::management {
namespace {

/// The prison that holds the offender on `day`, if one does.
std::optional<std::int64_t> prison_of(db::Connection& db,
                                      offenders::OffenderId offender,
                                      Date day) {
    for (const auto& hold : access::holds_of(db, offender.number))
        if (hold.scope_kind == "prison" && Span{hold.from_day, hold.until_day}.covers(day))
            return hold.body;
    return std::nullopt;
}

bool is_for_prison(const Standard& standard) {
    return standard.kind == standards::assign_supervisor ||
           standard.kind == standards::supervisor_contact;
}

}  // namespace

void ask_whoever_holds(db::Connection& db,
                       tasks::Task& task,
                       const std::optional<Allocation>& managed) {
    if (managed && managed->area) {
        task.list_kind = "area";
        task.list_body = managed->area->number;
        return;
    }
    task.list_kind = "national";
    for (const auto& hold : access::holds_of(db, task.offender->number))
        if (!hold.until_day && (hold.scope_kind == "area" || hold.scope_kind == "prison")) {
            task.list_kind = hold.scope_kind;
            task.list_body = hold.body;
        }
}

Result<void> open_first_tasks(record::Changes& changes,
                              db::Connection& db,
                              offenders::OffenderId offender,
                              Date day,
                              StandardSetting setting,
                              const std::string& source) {
    auto manager = manager_of(db, offender, changes.command().day);
    if (!manager) return refused("Nobody manages this offender: nobody can be asked to do it.");
    auto prison = prison_of(db, offender, changes.command().day);
    for (const auto& standard : TRY(first_standards({.day = day, .setting = setting})).standards) {
        if (standard.kind == standards::name_manager)
            continue;  // asked for only where the rule chose
        tasks::Task task{.offender = offender,
                         .kind = standard.kind,
                         .what = standard.what,
                         .counted_from = day,
                         .due_on = standard.due_on,
                         .rule = standard.rule + " from sentence or release",
                         .cite = standard.cite,
                         .certainty = standard.certainty,
                         .source = source + "/" + standard.kind};
        if (prison && is_for_prison(standard)) {
            task.list_kind = "prison";
            task.list_body = *prison;
        } else {
            task.account = manager->manager;
        }
        tasks::open(changes, db, task);
    }
    return {};
}

}  // namespace noms::management
