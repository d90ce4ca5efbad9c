#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/management/management.hpp"

/// The commands on who manages whom, and on the officers themselves.
namespace noms::management {

/// To an officer who was chosen, or to another area, whose duty officer it then is. `seen` is the
/// manager that the form was shown with.
struct Reallocate {
    record::AccountId seen{};
    std::optional<record::AccountId> manager{};
    std::optional<BodyId> area{};
    std::string reason{};
};
DESCRIBE(Reallocate, seen, manager, area, reason)

/// `name` is what whoever stands beside the manager signs in with; empty: nobody from today on.
struct SetSupport {
    SupportRole role = SupportRole::OffenderSupervisor;
    std::optional<std::string> name{};
};
DESCRIBE(SetSupport, role, name)

struct Appoint {
    std::string name{};
    BodyId area{};
    Grade grade = Grade::Officer;
    int weekly_hours = 37;
    Date from_day{};
    std::optional<BodyId> unit{};  // a local delivery unit of that area
};
DESCRIBE(Appoint, name, area, grade, weekly_hours, from_day, unit)

struct Leave {
    Date until_day{};
};
DESCRIBE(Leave, until_day)

struct HandOverCases {
    record::AccountId to{};
    std::string reason{};
};
DESCRIBE(HandOverCases, to, reason)

/// Without an officer nobody is on duty from that day on.
struct SetDuty {
    BodyId area{};
    std::optional<record::AccountId> officer{};
    Date from_day{};
};
DESCRIBE(SetDuty, area, officer, from_day)

/// How many cases went to whom.
struct HandedOver {
    record::AccountId from{};
    record::AccountId to{};
    std::int64_t cases = 0;
};
DESCRIBE(HandedOver, from, to, cases)

Result<Allocation> reallocate(web::Context&, const Reallocate&);
Result<Support> set_support(web::Context&, const SetSupport&);
Result<Officer> appoint(web::Context&, const Appoint&);
Result<Officer> leave(web::Context&, const Leave&);
Result<HandedOver> hand_over_cases(web::Context&, const HandOverCases&);
Result<Duty> set_duty(web::Context&, const SetDuty&);

}  // namespace noms::management
