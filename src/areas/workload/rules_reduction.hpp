#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/base/date.hpp"
#include "kit/base/result.hpp"
#include "kit/describe/type.hpp"

/// Which reductions of an officer's hours there may be. Pure.
namespace noms::workload {

/// A row of data/reduction_reason.csv: why hours are taken away, and how much of them at most.
struct ReductionReason {
    std::string code{};
    std::string name{};
    std::optional<int> most_percent{};  // of the contracted hours; none: all
    std::string source{};
    std::string certainty{};
};
DESCRIBE(ReductionReason, code, name, most_percent, source, certainty)
const std::vector<ReductionReason>& reduction_reasons();
/// Null: there is no such reason.
const ReductionReason* reduction_reason(std::string_view code);

/// Minutes a week over [from, until).
struct TakenAway {
    int minutes_a_week = 0;
    Date from{};
    std::optional<Date> until{};

    bool holds_on(Date day) const { return from <= day && (!until || day < *until); }
};
DESCRIBE(TakenAway, minutes_a_week, from, until)
/// What all of them take away on `day`.
int minutes_on(const std::vector<TakenAway>&, Date day);
/// The most that they take away together on any day of the span of `over`.
int most_minutes(const std::vector<TakenAway>&, const TakenAway& over);

struct ReductionFacts {
    std::string reason{};
    TakenAway wanted{};
    std::vector<TakenAway> others{};  // of the same officer
    int contracted_hours = 0;
};
DESCRIBE(ReductionFacts, reason, wanted, others, contracted_hours)
/// Invalid by field: no such reason, no time, more than the reason allows, an end before the
/// beginning, or more than the contracted hours on some day.
Result<void> reduction_fits(const ReductionFacts&);

/// "7 hours 30 minutes".
std::string hours_in_words(int minutes);

}  // namespace noms::workload
