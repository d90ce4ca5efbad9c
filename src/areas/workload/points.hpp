#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kit/base/date.hpp"
#include "kit/base/result.hpp"
#include "kit/describe/type.hpp"
#include "kit/law/law.hpp"

/// What a manager's cases weigh, and how much of it the manager can carry. The figures are those of
/// the workload tools of today (data/tier_points.csv).
namespace noms::workload {

enum class CaseSetting { Community, Custody, Licence };
DESCRIBE_ENUM(CaseSetting, Community, Custody, Licence)

/// Cases of one tier ("B2") in one setting. Of cases in transition (18 to 24) those that are not
/// active are counted apart; other cases that are not active are left out by whoever counts.
struct WeighedCases {
    std::string tier{};
    CaseSetting setting = CaseSetting::Community;
    int cases = 0;
    bool transition = false;
    int overdue_termination = 0;
    int on_warrant = 0;
};
DESCRIBE(WeighedCases, tier, setting, cases, transition, overdue_termination, on_warrant)

enum class Effort { Low, Medium, High };
DESCRIBE_ENUM(Effort, Low, Medium, High)
/// A contact of a weighted kind with somebody who is another's case: `for_another` this manager did
/// it, otherwise another did it for this manager.
struct WeightedContact {
    std::string kind{};
    Effort effort = Effort::Low;
    Date on{};
    bool for_another = true;
};
DESCRIBE(WeightedContact, kind, effort, on, for_another)

/// Hours in decimals, as the tools hold them; null: the default of the grade.
struct WorkloadFacts {
    Date day{};
    std::vector<WeighedCases> cases{};
    int standard_reports = 0;  // of the last 30 days
    int fast_reports = 0;
    std::vector<WeightedContact> contacts{};
    std::optional<double> contracted_hours{};
    double reduction_hours = 0;
    std::optional<double> default_hours{};
};
DESCRIBE(WorkloadFacts,
         day,
         cases,
         standard_reports,
         fast_reports,
         contacts,
         contracted_hours,
         reduction_hours,
         default_hours)

struct WorkloadRuling {
    int total_points = 0;
    int available_points = 0;
    std::string capacity_percent{};  // "97.3": the ratio to three decimals
    int remaining_points = 0;
    int not_tiered = 0;  // cases that weigh nothing because they have no such tier
    std::vector<law::Ground> because{};
};
DESCRIBE(WorkloadRuling,
         total_points,
         available_points,
         capacity_percent,
         remaining_points,
         not_tiered,
         because)

/// What one case of that tier and setting weighs; none: the tier has no points.
std::optional<int> points_of(const std::string& tier, CaseSetting);
/// Every tier that has points.
std::vector<std::string> tiers_with_points();
/// Total over available as a per cent with three decimals of the ratio, halves up; 0 when either
/// is.
std::string capacity_percent(int total, int available);

/// Points by tier and setting, reports and contacts of the last days, against what the contracted
/// hours leave room for. Refused when a count is negative or hours are out of range.
Result<WorkloadRuling> workload_points(const WorkloadFacts&);

/// Registers `workload-points` for `noms rules`.
void register_workload_points();

}  // namespace noms::workload
