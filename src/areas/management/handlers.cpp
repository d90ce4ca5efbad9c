#include "areas/management/handlers.hpp"

#include <fmt/format.h>

#include "areas/management/choosing.hpp"
#include "areas/management/store.hpp"
#include "kit/base/text.hpp"

namespace noms::management {
namespace {

// More than anybody manages: one transaction takes them all.
constexpr int cases_max = 1000;

record::Changes& about(web::Context& context,
                       offenders::OffenderId offender,
                       std::string_view kind) {
    context.changes->about({std::string(offenders::subject_kind), offender.number}, kind);
    return *context.changes;
}

record::Changes& about_officer(web::Context& context,
                               record::AccountId account,
                               std::string_view kind) {
    context.changes->about({"account", account.number}, kind);
    return *context.changes;
}

Result<void> wants_reason(const std::string& reason) {
    if (!trimmed(reason).empty()) return {};
    return invalid({{"reason", "missing", "Say why, for whoever looks at it later"}});
}

Result<void> wants_area(web::Context& context, BodyId area, Date day) {
    if (covers(context.db, context.actor, area, day)) return {};
    return invalid({{"area", "out_of_scope", "Choose an area within your scope"}});
}

Result<void> wants_unit(db::Connection& db, const Appoint& given) {
    if (!given.unit) return {};
    auto unit = organisation::body(db, *given.unit, given.from_day);
    auto above = organisation::parent_of(db, *given.unit, given.from_day);
    if (unit && unit->kind == organisation::Kind::LocalUnit && above && above->id == given.area)
        return {};
    return invalid({{"unit", "not_of_area", "Choose a local unit of that area"}});
}

/// Whether the officer is on duty for the own area on that day or later.
bool on_duty_from(db::Connection& db, const Officer& officer, Date day) {
    for (const auto& duty : store::duties_of(db, officer.area)) {  // the newest first
        if (duty.account == officer.account) return true;
        if (duty.from_day <= day) return false;
    }
    return false;
}

/// What the leaver still had to do stands on the area's list.
void leave_tasks(web::Context& context, const Officer& officer) {
    for (const auto& task : tasks::due_among(context.db, officer.account, {}, cases_max)) {
        auto left = task;
        left.account.reset();
        left.list_kind = "area";
        left.list_body = officer.area.number;
        left.note = "Its owner left";
        auto& changes = task.offender
                            ? about(context, *task.offender, "tasks.handed_over")
                            : about_officer(context, officer.account, "tasks.handed_over");
        changes.change(tasks::tasks, task, left);
    }
}

/// National Standards want a supervisor assigned soon after the sentence: one stands there now.
void close_assigning(web::Context& context, const Support& set) {
    if (set.role != SupportRole::OffenderSupervisor || !set.account) return;
    for (const auto& task : tasks::open_about(context.db, std::span(&set.offender.number, 1)))
        if (task.kind == standards::assign_supervisor)
            tasks::close(*context.changes, task, tasks::TaskState::Done, "A supervisor was set");
}

}  // namespace

bool covers(db::Connection& db, const web::Actor& actor, BodyId area, Date day) {
    if (actor.scope_kind == "national") return true;
    if (actor.scope_body == area.number) return true;
    if (actor.scope_kind != "region") return false;
    auto region = organisation::region_of_area(db, area, day);
    return region && region->id.number == actor.scope_body;
}

Result<Officer> officer_in(web::Context& context) {
    auto account = TRY(context.id<record::AccountTag>("account"));
    auto officer = officer_on(context.db, account, context.today);
    if (!officer || !covers(context.db, context.actor, officer->area, context.today))
        return not_found("There is no such officer in office.");
    return *officer;
}

Result<Allocation> reallocate(web::Context& context, const Reallocate& given) {
    auto offender = TRY(offenders::offender_in(context));
    auto now = manager_of(context.db, offender.id, context.today);
    if (!now) return refused("Nobody manages this offender: a manager comes with the sentence.");
    if (now->manager != given.seen)
        return conflict("Somebody gave this case to another manager since you opened it.");
    if (!given.manager && !given.area)
        return invalid({{"manager", "missing", "Choose a manager, or an area"}});
    CHECK(wants_reason(given.reason));
    auto& changes = about(context, offender.id, "management.reallocated");
    return allocate(changes,
                    context.db,
                    {.offender = offender.id,
                     .from_day = context.today,
                     .manager = given.manager,
                     .area = given.area,
                     .reason = given.reason});
}

Result<Support> set_support(web::Context& context, const SetSupport& given) {
    auto offender = TRY(offenders::offender_in(context));
    Support row{.offender = offender.id,
                .role = given.role,
                .from_day = context.today,
                .set_by = context.actor.name};
    if (given.name) {
        auto account = access::account_by_name(context.db, lower(trimmed(*given.name)));
        if (!account || account->state != access::State::Active)
            return invalid(
                {{"name", "unknown_account", "There is no account of that name in use"}});
        row.account = account->id;
    }
    auto& changes = about(context, offender.id, "management.support_set");
    close_assigning(context, row);
    for (const auto& each : store::support_of(context.db, offender.id)) {
        if (each.role != given.role || each.from_day < context.today) continue;
        changes.change(supports, each, row);
        return row;
    }
    changes.add(supports, row);
    return row;
}

Result<Officer> appoint(web::Context& context, const Appoint& given) {
    CHECK(wants_area(context, given.area, given.from_day));
    auto account = access::account_by_name(context.db, lower(trimmed(given.name)));
    if (!account || account->state != access::State::Active)
        return invalid({{"name", "unknown_account", "There is no account of that name in use"}});
    if (given.weekly_hours < 1 || given.weekly_hours > 48)
        return invalid({{"weekly_hours", "out_of_range", "Enter 1 to 48 hours"}});
    CHECK(wants_unit(context.db, given));
    auto offices = store::offices_of(context.db, account->id);
    if (!offices.empty() &&
        (!offices.front().until_day || given.from_day < *offices.front().until_day))
        return invalid(
            {{"from_day", "in_office", "That officer is in office on that day already"}});
    Officer officer{.account = account->id,
                    .from_day = given.from_day,
                    .area = given.area,
                    .unit = given.unit,
                    .grade = given.grade,
                    .weekly_hours = given.weekly_hours};
    auto& changes = about_officer(context, officer.account, "management.officer_appointed");
    if (!offices.empty() && offices.front().from_day == officer.from_day)
        changes.change(officers, offices.front(), officer);  // appointed and left that very day
    else
        changes.add(officers, officer);
    return officer;
}

Result<Officer> leave(web::Context& context, const Leave& given) {
    auto officer = TRY(officer_in(context));
    if (officer.until_day) return conflict("This officer's last day is recorded already.");
    if (given.until_day < context.today)
        return invalid({{"until_day", "in_past", "The day must not be in the past"}});
    auto counts = case_counts(context.db, std::span(&officer.account.number, 1), given.until_day);
    if (!counts.empty())
        return refused(fmt::format("This officer manages {} offender{}: hand them over first.",
                                   counts.front().cases,
                                   counts.front().cases == 1 ? "" : "s"));
    if (on_duty_from(context.db, officer, given.until_day))
        return refused("This officer is on duty for the area: name another first.");
    auto left = officer;
    left.until_day = given.until_day;
    about_officer(context, officer.account, "management.officer_left")
        .change(officers, officer, left);
    leave_tasks(context, left);
    return left;
}

Result<HandedOver> hand_over_cases(web::Context& context, const HandOverCases& given) {
    auto officer = TRY(officer_in(context));
    CHECK(wants_reason(given.reason));
    auto to = TRY(in_office(context.db, given.to, {context.today, {}}, "to"));
    if (to.account == officer.account)
        return invalid({{"to", "same_officer", "Choose another officer"}});
    HandedOver done{.from = officer.account, .to = to.account};
    auto cases = cases_of(context.db, officer.account, context.today, {}, cases_max).get();
    for (const auto& each : cases) {
        auto& changes = about(context, each.offender, "management.reallocated");
        TRY(allocate(changes,
                     context.db,
                     {.offender = each.offender,
                      .from_day = context.today,
                      .manager = to.account,
                      .area = each.area,
                      .reason = given.reason}));
        ++done.cases;
    }
    if (done.cases == 0) return refused("This officer manages nobody.");
    return done;
}

Result<Duty> set_duty(web::Context& context, const SetDuty& given) {
    CHECK(wants_area(context, given.area, given.from_day));
    if (given.officer) TRY(in_office(context.db, *given.officer, {given.from_day, {}}, "officer"));
    Duty duty{.area = given.area,
              .from_day = given.from_day,
              .account = given.officer,
              .set_by = context.actor.name};
    context.changes->about({"body", given.area.number}, "management.duty_set");
    auto history = store::duties_of(context.db, given.area);
    if (!history.empty() && given.from_day < history.front().from_day)
        return invalid({{"from_day", "before_last", "A later duty is recorded already"}});
    if (!history.empty() && given.from_day == history.front().from_day)
        context.changes->change(duties, history.front(), duty);
    else
        context.changes->add(duties, duty);
    return duty;
}

}  // namespace noms::management
