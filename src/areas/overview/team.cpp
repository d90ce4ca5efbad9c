#include "areas/overview/team.hpp"

#include <algorithm>
#include <map>

#include "areas/access/access.hpp"

namespace noms::overview {
namespace {

constexpr int working_days_ahead = 5;

using Numbers = std::vector<std::int64_t>;

std::vector<TeamMember> members_of(db::Connection& db, const Numbers& accounts, Date day) {
    std::map<std::int64_t, TeamMember> by_account;
    for (const auto& account : access::accounts_among(db, accounts))
        by_account[account.id.number] = {.account = account.id, .name = account.shown_name};
    for (const auto& each : management::case_counts(db, accounts, day))
        by_account[each.account.number].cases = each.cases;
    for (const auto& each : tasks::loads_among(db, accounts, day))
        by_account[each.account.number].tasks = each;
    std::vector<TeamMember> out;
    for (auto& [account, member] : by_account) out.push_back(std::move(member));
    std::ranges::sort(out, [](const TeamMember& one, const TeamMember& other) {
        if (one.tasks.overdue != other.tasks.overdue)
            return one.tasks.overdue > other.tasks.overdue;
        return one.name < other.name;
    });
    return out;
}

/// With names; those about a record that is restricted to others are only counted.
void add_due(TeamView& view, web::Context& context, std::vector<tasks::Task> due) {
    Numbers about;
    for (const auto& task : due)
        if (task.offender) about.push_back(task.offender->number);
    auto open = access::unrestricted_among(context.db, context.actor, about, context.today);
    std::map<std::int64_t, std::string> names, officers;
    for (const auto& who : offenders::offenders_among(context.db, open))
        names[who.id.number] = offenders::name_in_list(who);
    for (const auto& member : view.members) officers[member.account.number] = member.name;
    for (auto& task : due) {
        if (task.offender && !names.contains(task.offender->number)) {
            ++view.kept_back;
            continue;
        }
        TeamTask line{.officer = officers[task.account->number]};
        if (task.offender) {
            line.about = names[task.offender->number];
            context.shows(offenders::subject_kind, task.offender->number);
        }
        line.task = std::move(task);
        view.due.push_back(std::move(line));
    }
}

}  // namespace

Result<TeamView> team_of(web::Context& context, const TeamQuery& query) {
    auto& db = context.db;
    TeamView view{.unit = query.unit, .areas = management::areas_of(context)};
    auto asked = view.areas.begin();
    if (query.area)
        asked = std::ranges::find(view.areas, to_text(*query.area), &page::Option::value);
    if (asked == view.areas.end()) return not_found("There is no such area in your scope.");
    view.area = {*parse_id_text(asked->value)};
    view.area_name = asked->label;
    view.units = management::units_of(db, view.area, context.today);
    auto is_asked = [&](const page::Option& unit) { return unit.value == to_text(*query.unit); };
    if (query.unit && std::ranges::none_of(view.units, is_asked)) view.unit = {};
    Numbers accounts;
    for (const auto& officer :
         management::officers_among(db, std::span(&view.area.number, 1), context.today))
        if (!view.unit || officer.unit == view.unit) accounts.push_back(officer.account.number);
    view.too_many = accounts.size() > team_officers_max;
    if (view.too_many || accounts.empty()) return view;
    view.members = members_of(db, accounts, context.today);
    auto due = tasks::due_of_accounts(db,
                                      accounts,
                                      tasks::working_days_after(context.today, working_days_ahead),
                                      {query.after_day, query.after.value_or(tasks::TaskId{})},
                                      team_tasks_a_page + 1);
    if (due.size() > team_tasks_a_page) {
        due.pop_back();
        view.next = {due.back().due_on, due.back().id};
    }
    add_due(view, context, std::move(due));
    return view;
}

}  // namespace noms::overview
