#include "areas/workload/rules_candidates.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "areas/workload/data.gen.hpp"
#include "kit/describe/rows.hpp"

namespace noms::workload {
namespace {

using management::Grade;

constexpr std::int64_t full = 1000;  // thousandths

/// A row of data/grade_for_tier.csv: the lowest grade that takes cases of a tier, which is written
/// whole or by its letter.
struct GradeForTier {
    std::string tier{};
    Grade grade = Grade::Officer;
    std::string source{};
    std::string certainty{};
};
DESCRIBE(GradeForTier, tier, grade, source, certainty)

const std::vector<GradeForTier>& grades() {
    static const auto all = rows::read<GradeForTier>(data::grade_for_tier);
    return all;
}

const GradeForTier* grade_for(const std::string& tier) {
    for (const auto& row : grades())
        if (row.tier == tier || (!tier.empty() && row.tier == tier.substr(0, 1))) return &row;
    return nullptr;
}

/// The lowest grades that the case may ask for; empty: nobody can say.
std::set<Grade> wanted_grades(const CaseFacts& facts) {
    std::set<Grade> out;
    auto tiers = facts.tier.empty() ? facts.could_be : std::vector{facts.tier};
    for (const auto& tier : tiers) {
        const auto* row = grade_for(tier);
        if (!row) return {};
        out.insert(row->grade);
    }
    return out;
}

GradeFits grade_fits(Grade grade, const std::set<Grade>& wanted) {
    if (grade > Grade::Officer) return GradeFits::Above;
    if (grade == Grade::Officer) return GradeFits::Yes;
    if (wanted.empty()) return GradeFits::NotKnown;
    if (grade >= *wanted.rbegin()) return GradeFits::Yes;
    return grade < *wanted.begin() ? GradeFits::No : GradeFits::NotKnown;
}

std::string grade_reason(const Candidate& one, const CaseFacts& facts) {
    auto tier = facts.tier.empty() ? std::string("the tier is not known") : "tier " + facts.tier;
    switch (one.grade_fits) {
        case GradeFits::Yes: return "Of a grade that takes such cases: " + tier;
        case GradeFits::Above: return "Of a grade that leads those who carry cases";
        case GradeFits::NotKnown: return "Nobody can say whether the grade fits: " + tier;
        case GradeFits::No: return "Below the grade that takes such cases: " + tier;
    }
    return {};
}

std::string unit_reason(const CandidateFacts& officer, const CaseToGive& facts) {
    if (facts.unit.empty()) return "Which local unit the case belongs to is not known";
    if (officer.unit.empty()) return "Works in no local unit that is known";
    return officer.unit == facts.unit ? "Works in the same local unit, " + officer.unit
                                      : "Works in another local unit, " + officer.unit;
}

Candidate candidate(const CandidateFacts& officer,
                    const CaseToGive& facts,
                    const Weight& weight,
                    const std::set<Grade>& wanted) {
    Candidate one{.account = officer.account,
                  .name = officer.name,
                  .grade_fits = grade_fits(officer.grade, wanted),
                  .managed_before = officer.managed_on.has_value(),
                  .same_unit = !facts.unit.empty() && officer.unit == facts.unit,
                  .before = officer.load,
                  .after = officer.load.with(weight)};
    one.room = fullness(one.after) <= full;
    one.reasons.push_back(grade_reason(one, facts.weighs));
    one.reasons.push_back(one.room ? "Has room for it" : "Has no room for it");
    if (officer.managed_on)
        one.reasons.push_back("Managed this person before, from " +
                              noms::in_words(*officer.managed_on));
    one.reasons.push_back(unit_reason(officer, facts));
    return one;
}

auto order_of(const Candidate& one) {
    return std::tuple(one.grade_fits,
                      !one.room,
                      !one.managed_before,
                      !one.same_unit,
                      fullness(one.after),
                      one.name);
}

}  // namespace

Recommendation recommended(const CaseToGive& facts) {
    Recommendation out{.weight = weight_of(facts.weighs)};
    auto wanted = wanted_grades(facts.weighs);
    for (const auto& officer : facts.officers)
        out.candidates.push_back(candidate(officer, facts, out.weight, wanted));
    std::ranges::stable_sort(out.candidates, {}, &order_of);
    out.because = {
        {"In this order: the grade fits the tier and is not above an officer's, there is room, "
         "managed this person before, works "
         "in the same local unit, carries least",
         {.cite = "noms: an own order; it advises and a named person decides"}}};
    if (const auto* row = grade_for(facts.weighs.tier))
        out.because.push_back({fmt::format("Tier {} goes to somebody of the grade {} or above",
                                           facts.weighs.tier,
                                           describe::choice_text(row->grade)),
                               {.cite = row->source}});
    return out;
}

std::vector<size_t> spread(const std::vector<Weight>& weights, std::vector<Load> to) {
    std::vector<size_t> order(weights.size()), out(weights.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::ranges::stable_sort(
        order, std::ranges::greater{}, [&](size_t i) { return weights[i].most; });
    for (size_t i : order) {
        auto least = std::ranges::min_element(
            to, {}, [&](const Load& load) { return fullness(load.with(weights[i])); });
        *least = least->with(weights[i]);
        out[i] = size_t(least - to.begin());
    }
    return out;
}

}  // namespace noms::workload
