#include "areas/management/views.hpp"

#include <algorithm>
#include <set>

namespace noms::management {
namespace {

std::map<std::int64_t, std::string> area_names(db::Connection& db,
                                               const std::vector<Allocation>& rows,
                                               Date day) {
    std::set<std::int64_t> bodies;
    for (const auto& row : rows)
        if (row.area) bodies.insert(row.area->number);
    std::vector<std::int64_t> wanted(bodies.begin(), bodies.end());
    std::map<std::int64_t, std::string> names;
    for (const auto& body : organisation::bodies_listed(db, wanted, day))
        names[body.id.number] = body.name;
    return names;
}

}  // namespace

std::map<record::AccountId, std::string> names_of(db::Connection& db,
                                                  const std::vector<record::AccountId>& accounts) {
    std::vector<std::int64_t> numbers;
    for (auto account : accounts) numbers.push_back(account.number);
    std::map<record::AccountId, std::string> names;
    for (const auto& account : access::accounts_among(db, numbers))
        names[account.id] = account.shown_name;
    return names;
}

ManagementView view_of(db::Connection& db, offenders::OffenderId offender, Date day) {
    auto ruling = responsible_on(db, offender, day);
    ManagementView view{.day = day, .responsible = ruling.is, .because = ruling.because};
    auto rows = allocations_of(db, offender);
    auto support = store::support_of(db, offender);
    std::vector<record::AccountId> accounts;
    for (const auto& row : rows)
        if (row.manager) accounts.push_back(*row.manager);
    for (const auto& row : support)
        if (row.account) accounts.push_back(*row.account);
    auto names = names_of(db, accounts);
    auto areas = area_names(db, rows, day);
    std::optional<Date> until;
    for (const auto& row : rows) {
        view.allocations.push_back({.from_day = row.from_day,
                                    .until = until,
                                    .kind = row.kind,
                                    .manager = row.manager,
                                    .manager_name = row.manager ? names[*row.manager] : "",
                                    .area = row.area ? areas[row.area->number] : "",
                                    .reason = row.reason,
                                    .allocated_by = row.allocated_by});
        until = row.from_day;
    }
    for (const auto& row : support)
        view.support.push_back(
            {row.role, row.from_day, row.account ? names[*row.account] : "", row.set_by});
    return view;
}

PlanView plan_of(db::Connection& db, offenders::OffenderId offender) {
    PlanView view{.objectives = objectives_among(db, std::span(&offender.number, 1))};
    view.open = std::ranges::count(view.objectives, ObjectiveState::Open, &Objective::state);
    view.met = std::ranges::count(view.objectives, ObjectiveState::Met, &Objective::state);
    return view;
}

StaffView staff_of(db::Connection& db, const organisation::Body& area, Date day) {
    StaffView view{.area = area.id,
                   .area_name = area.name,
                   .day = day,
                   .duties = store::duties_of(db, area.id)};
    auto officers = officers_among(db, std::span(&area.id.number, 1), day);
    std::vector<record::AccountId> accounts;
    std::vector<std::int64_t> numbers;
    for (const auto& officer : officers) {
        accounts.push_back(officer.account);
        numbers.push_back(officer.account.number);
    }
    auto names = names_of(db, accounts);
    std::map<record::AccountId, std::int64_t> cases;
    for (const auto& count : case_counts(db, numbers, day)) cases[count.account] = count.cases;
    auto duty = store::duties_on(db, std::span(&area.id.number, 1), day);
    for (const auto& officer : officers)
        view.officers.push_back(
            {.officer = officer,
             .name = names[officer.account],
             .cases = cases[officer.account],
             .on_duty = !duty.empty() && duty.front().account == officer.account});
    return view;
}

}  // namespace noms::management
