#pragma once

#include "areas/management/management.hpp"

/// The commands on the plan.
namespace noms::management {

struct AddObjective {
    std::string need{};
    std::string objective{};
    std::string activity = "unspecified";
    Actor who = Actor::Offender;
    Date by_day{};
};
DESCRIBE(AddObjective, need, objective, activity, who, by_day)

enum class Ending { Met, NotMet };
DESCRIBE_ENUM(Ending, Met, NotMet)
struct CloseObjective {
    Ending result = Ending::Met;
    std::optional<std::string> note{};
};
DESCRIBE(CloseObjective, result, note)

Result<Objective> add_objective(web::Context&, const AddObjective&);
Result<Objective> close_objective(web::Context&, const CloseObjective&);

/// The objective that the address names, of the offender it names.
Result<Objective> objective_in(web::Context&);

}  // namespace noms::management
