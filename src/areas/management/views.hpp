#pragma once

#include <map>
#include <string>
#include <vector>

#include "areas/management/management.hpp"
#include "areas/management/store.hpp"

/// What pages and the JSON API show: loaded once, for both.
namespace noms::management {

/// An allocation in words. `until` is the next one's first day.
struct AllocationView {
    Date from_day{};
    std::optional<Date> until{};
    AllocationKind kind = AllocationKind::Named;
    std::optional<record::AccountId> manager{};
    std::string manager_name{};
    std::string area{};
    std::string reason{};
    std::string allocated_by{};
};
DESCRIBE(AllocationView, from_day, until, kind, manager, manager_name, area, reason, allocated_by)

struct SupportView {
    SupportRole role = SupportRole::OffenderSupervisor;
    Date from_day{};
    std::string name{};  // empty: nobody from that day on
    std::string set_by{};
};
DESCRIBE(SupportView, role, from_day, name, set_by)

/// Who is responsible for one offender on a day, why, and everybody before and after.
struct ManagementView {
    Date day{};
    Responsible responsible{};
    std::vector<law::Ground> because{};
    std::vector<AllocationView> allocations{};
    std::vector<SupportView> support{};
};
DESCRIBE(ManagementView, day, responsible, because, allocations, support)
ManagementView view_of(db::Connection&, offenders::OffenderId, Date day);

struct PlanView {
    std::int64_t open = 0;
    std::int64_t met = 0;
    std::vector<Objective> objectives{};
};
DESCRIBE(PlanView, open, met, objectives)
PlanView plan_of(db::Connection&, offenders::OffenderId);

struct OfficerView {
    Officer officer{};
    std::string name{};
    std::int64_t cases = 0;
    bool on_duty = false;
};
DESCRIBE(OfficerView, officer, name, cases, on_duty)

/// The officers of an area or a region, with how many offenders each manages.
struct StaffView {
    BodyId area{};
    std::string area_name{};
    Date day{};
    std::vector<OfficerView> officers{};
    std::vector<Duty> duties{};  // the newest first
};
DESCRIBE(StaffView, area, area_name, day, officers, duties)
StaffView staff_of(db::Connection&, const organisation::Body&, Date day);

/// The names of these accounts, in one question.
std::map<record::AccountId, std::string> names_of(db::Connection&,
                                                  const std::vector<record::AccountId>&);

}  // namespace noms::management
