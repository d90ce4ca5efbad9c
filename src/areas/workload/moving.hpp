#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/workload/handlers.hpp"

/// Many cases of one manager given over at once: chosen, looked at, then all of them or none.
namespace noms::workload {

/// One case and who is to have it.
struct SentMove {
    std::string offender{};
    std::string to{};
};
DESCRIBE(SentMove, offender, to)
struct MoveCases {
    std::vector<SentMove> moves{};
    std::string reason{};
};
DESCRIBE(MoveCases, moves, reason)
struct MovedCases {
    record::AccountId from{};
    int cases = 0;
};
DESCRIBE(MovedCases, from, cases)
/// Gives each case over by `management::allocate`, in one transaction: where one is refused, each
/// refusal names its case and nothing is written. A case that went to another meanwhile is refused.
Result<MovedCases> move_cases(web::Context&, const MoveCases&);

/// What is chosen first: all cases or those that are ticked, and one or several officers.
struct ChooseCases {
    bool all = false;
    std::vector<std::string> cases{};
    std::vector<std::string> to{};
    std::optional<std::string> reason{};
};
DESCRIBE(ChooseCases, all, cases, to, reason)

/// One case of the officer, as a line to choose. A restricted record is in no such list.
struct CaseToMove {
    offenders::OffenderId offender{};
    std::string name{};
    CaseFacts weighs{};
    Weight weight{};
};
DESCRIBE(CaseToMove, offender, name, weighs, weight)
struct MovingView {
    OfficerLoad from{};
    std::vector<CaseToMove> cases{};       // by name
    int not_shown = 0;                     // restricted to others
    std::vector<OfficerLoad> receivers{};  // who could take them, the least full first
};
DESCRIBE(MovingView, from, cases, not_shown, receivers)
Result<MovingView> moving_of(web::Context&);

/// A case with who is to have it.
struct PlannedMove {
    CaseToMove what{};
    record::AccountId to{};
    std::string to_name{};
};
DESCRIBE(PlannedMove, what, to, to_name)
struct LoadAfter {
    std::string name{};
    Load before{};
    Load after{};
};
DESCRIBE(LoadAfter, name, before, after)
/// What would be so after it: nothing is written.
struct MovePlan {
    management::Officer from{};
    std::string from_name{};
    std::string reason{};
    std::vector<PlannedMove> moves{};
    std::vector<LoadAfter> loads{};  // of whoever gives, then of whoever takes
};
DESCRIBE(MovePlan, from, from_name, reason, moves, loads)
/// Spreads what was chosen over the officers that were. Invalid by field: nothing is chosen, nobody
/// is to have it, or no reason is given.
Result<MovePlan> plan_of(const MovingView&, const ChooseCases&);
/// The plan that a form of `MoveCases` was sent for, as far as it still can be.
MovePlan plan_again(const MovingView&, const MoveCases&);

}  // namespace noms::workload
