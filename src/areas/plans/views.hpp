#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/plans/plans.hpp"

/// What pages and the JSON API show: loaded once, for both.
namespace noms::plans {

/// A need that is known, or that nobody can say (`need` empty).
struct NeedLine {
    int section = 0;
    std::string name{};
    std::optional<bool> need{};
};
DESCRIBE(NeedLine, section, name, need)

/// An objective with its place; `problems` are what speaks against it in its turn.
struct PlanLine {
    management::Objective objective{};
    std::optional<PlannedStep> step{};
    std::string intervention{};  // in words
    std::string provider{};
    std::vector<std::string> problems{};
};
DESCRIBE(PlanLine, objective, step, intervention, provider, problems)

/// The whole plan of somebody on a day. `lines` are the open objectives in their order, those that
/// were not placed last; `closed` what is over.
struct WholePlan {
    Date day{};
    bool assessed = false;
    std::string tier{};  // in words
    std::vector<NeedLine> needs{};
    std::vector<std::string> requirements{};  // codes, of sentences that run
    std::vector<PlanLine> lines{};
    std::vector<management::Objective> closed{};
    SequenceRuling sequence{};
    BalanceRuling balance{};
    Snapshot now{};
    ChangeRuling changes{};
    std::vector<Signing> signings{};  // the newest first
};
DESCRIBE(WholePlan,
         day,
         assessed,
         tier,
         needs,
         requirements,
         lines,
         closed,
         sequence,
         balance,
         now,
         changes,
         signings)
WholePlan plan_of(db::Connection&, const offenders::Offender&, Date day);

/// Where nothing is open, or an open objective has no place yet: why it cannot be signed.
std::string why_not_sign(const WholePlan&);
/// "Supervision requirement".
std::string requirement_in_words(const std::string& code);
/// "behaviour and thinking": each in words of the service.
std::string in_words(Aim);
std::string in_words(Stage);
std::string in_words(Stand);

}  // namespace noms::plans
