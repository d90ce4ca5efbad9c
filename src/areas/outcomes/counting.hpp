#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/organisation/organisation.hpp"
#include "areas/outcomes/rules.hpp"
#include "kit/web/api.hpp"

/// Tiers, breaches and recalls of everybody managed by a team, an area or a region, by ethnicity,
/// sex and age. A total names nobody: restricted records are counted (decision 0010).
namespace noms::outcomes {

using BodyId = Id<organisation::Body>;

/// One thing that was done, by the groups of one dimension.
struct RatesBy {
    std::string by{};  // "ethnicity"
    FairRuling rates{};
};
DESCRIBE(RatesBy, by, rates)

/// A thing that was done: `code` is "tier", "breach" or "recall", `name` what it was ("Tier 3").
struct Measure {
    std::string code{};
    std::string name{};
    std::vector<RatesBy> by{};
};
DESCRIBE(Measure, code, name, by)

/// Whom the figures are of, and when.
struct Asked {
    organisation::Body body{};
    Date from{};
    Date last{};
};

/// `tiered` is the scheme of tiers on the last day, empty before the first.
struct Fairness {
    std::string body{};
    Date from{};
    Date last{};
    Instant counted_at{};
    std::int64_t people = 0;
    std::int64_t on_last_day = 0;
    std::string tiered{};
    std::vector<Measure> measures{};
};
DESCRIBE(Fairness, body, from, last, counted_at, people, on_last_day, tiered, measures)

/// Counted in portions, or shown again where it was counted a moment ago (decision 0013). Refused
/// where there are more people than are counted for one page.
Result<Fairness> fairness_of(web::Context&, const Asked&);

}  // namespace noms::outcomes
