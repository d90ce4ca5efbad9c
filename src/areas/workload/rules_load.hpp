#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "areas/workload/points.hpp"

/// What a manager's cases weigh on a day where not everything is known of each: from at least so
/// much to at most so much. Pure.
namespace noms::workload {

/// One case as far as its weight goes.
struct CaseFacts {
    std::string tier{};                   // empty: nobody can say
    std::vector<std::string> could_be{};  // then, where the rules leave a few
    std::optional<CaseSetting> setting{};
};
DESCRIBE(CaseFacts, tier, could_be, setting)

/// Points from `least` to `most`: the same where tier and setting are known.
struct Weight {
    int least = 0;
    int most = 0;
};
DESCRIBE(Weight, least, most)
/// A tier without points of its own counts as data/tier_counts_as.csv says, and as any where that
/// says nothing.
Weight weight_of(const CaseFacts&);

struct LoadFacts {
    Date day{};
    std::vector<CaseFacts> cases{};
    int standard_reports = 0;  // of the last 30 days
    int fast_reports = 0;
    int contracted_hours = 0;
    int reduction_minutes = 0;  // a week
};
DESCRIBE(LoadFacts, day, cases, standard_reports, fast_reports, contracted_hours, reduction_minutes)

/// Cases of one tier in one setting, in words.
struct LoadLine {
    std::string tier{};  // "3"; empty: not known
    std::string setting{};
    int cases = 0;
    Weight points{};
};
DESCRIBE(LoadLine, tier, setting, cases, points)

/// What the manager carries and could carry. Capacity is the points over what is there, per cent.
struct Load {
    int cases = 0;
    int tier_not_known = 0;
    int setting_not_known = 0;
    Weight points{};
    int available_points = 0;
    std::string capacity{};          // "97.3", with the least points
    std::string capacity_at_most{};  // with the most
    std::vector<LoadLine> lines{};
    std::vector<law::Ground> because{};

    /// The same with one more case, and with one less.
    Load with(const Weight&) const;
    Load without(const Weight&) const;
};
DESCRIBE(Load,
         cases,
         tier_not_known,
         setting_not_known,
         points,
         available_points,
         capacity,
         capacity_at_most,
         lines,
         because)
/// Refused as `workload_points` refuses.
Result<Load> load_of(const LoadFacts&);

/// "97.3 %", "80.1 to 97.3 %", "more than there is room for" where no hours are left.
std::string capacity_in_words(const Load&);
/// "120 points", "29 to 206 points".
std::string points_in_words(const Weight&);
/// For sorting: the most that may be carried, in thousandths of what is there.
std::int64_t fullness(const Load&);

}  // namespace noms::workload
