#include "areas/assessments/tier_1_to_4.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "areas/assessments/data.gen.hpp"
#include "areas/assessments/known.hpp"
#include "kit/describe/rows.hpp"

namespace noms::assessments {
namespace {

/// A row of data/tier_rule.csv.
struct TierRule {
    int number = 0;
    std::string rule{};
    int tier = 0;
    std::string source{};
    std::string certainty{};
};
DESCRIBE(TierRule, number, rule, tier, source, certainty)

const std::vector<TierRule>& rules() {
    static const auto all = rows::read<TierRule>(data::tier_rule);
    return all;
}

constexpr int ogrs_medium = 50;
constexpr int ogrs_high = 75;
constexpr int oasys_medium = 41;
constexpr int oasys_high = 100;

/// Whichever measure there is; one that is known speaks for the other.
Known reconviction_reaches(const Tier1To4Facts& facts, int ogrs, int oasys) {
    auto by_ogrs = reaches(facts.reconviction_two_year_percent, ogrs);
    auto by_oasys = reaches(facts.oasys_total, oasys);
    return by_ogrs && by_oasys ? either(by_ogrs, by_oasys) : by_ogrs ? by_ogrs : by_oasys;
}

Known rosh_is(const Tier1To4Facts& facts, Rosh rosh) {
    return facts.rosh ? Known(*facts.rosh == rosh) : std::nullopt;
}

Known is_not(Known answer) {
    return answer ? Known(!*answer) : std::nullopt;
}

/// Whether each rule of the table is met, in its order.
std::array<Known, 7> met(const Tier1To4Facts& facts) {
    auto likely = reconviction_reaches(facts, ogrs_high, oasys_high);
    auto at_least_medium = reconviction_reaches(facts, ogrs_medium, oasys_medium);
    auto medium_likely = both(at_least_medium, is_not(likely));
    auto medium_harm = rosh_is(facts, Rosh::Medium);
    auto treated = either(facts.accredited_programme, facts.treatment_requirement);
    auto few_needs = both(reaches(facts.linked_needs, 1), is_not(reaches(facts.linked_needs, 3)));
    return {
        reaches(facts.rosh, Rosh::High),
        either(either(facts.prolific_and_priority, reaches(facts.mappa_level, 3)),
               facts.life_or_ipp_licence),
        both(medium_harm, either(reaches(facts.linked_needs, 2), treated)),
        both(likely, facts.rehabilitative_requirement),
        both(both(either(medium_likely, medium_harm), few_needs), facts.supervision_requirement),
        both(both(facts.single_punitive_requirement, rosh_is(facts, Rosh::Low)),
             is_not(at_least_medium)),
        true};
}

law::Ground ground_of(const TierRule& rule, Known is_met) {
    return {fmt::format("Rule {}, tier {}, {}: {}",
                        rule.number,
                        rule.tier,
                        !is_met   ? "nobody can say"
                        : *is_met ? "met"
                                  : "not met",
                        rule.rule),
            {fmt::format("{} ({})", rule.source, rule.certainty), ""}};
}

/// The tiers it may be, lowest first, and the rules that were looked at.
std::vector<int> tiers_of(const Tier1To4Facts& facts, std::vector<law::Ground>* because) {
    std::vector<int> out;
    const auto is_met = met(facts);
    for (const auto& rule : rules()) {
        auto known = is_met[size_t(rule.number) - 1];
        if (because) because->push_back(ground_of(rule, known));
        if (known != false && !std::ranges::count(out, rule.tier)) out.push_back(rule.tier);
        if (known == true) break;
    }
    std::ranges::sort(out);
    return out;
}

std::string tier_text(const Tier1To4Facts& facts) {
    auto tiers = tiers_of(facts, nullptr);
    return tiers.size() == 1 ? std::to_string(tiers.front()) : std::string();
}

std::vector<Variation<Tier1To4Facts>> variations() {
    using Facts = Tier1To4Facts;
    using Numbers = std::vector<std::pair<std::string, int>>;
    std::vector<Variation<Facts>> out;
    vary(out, "rosh", &Facts::rosh);
    vary(out, "prolific_and_priority", &Facts::prolific_and_priority);
    vary(out, "mappa_level", &Facts::mappa_level, Numbers{{"3", 3}, {"less than 3", 0}});
    vary(out, "life_or_ipp_licence", &Facts::life_or_ipp_licence);
    vary(
        out, "linked_needs", &Facts::linked_needs, Numbers{{"0", 0}, {"1", 1}, {"2", 2}, {"3", 3}});
    for (auto [fact, member] :
         {std::pair{"accredited_programme", &Facts::accredited_programme},
          {"treatment_requirement", &Facts::treatment_requirement},
          {"supervision_requirement", &Facts::supervision_requirement},
          {"rehabilitative_requirement", &Facts::rehabilitative_requirement},
          {"single_punitive_requirement", &Facts::single_punitive_requirement}})
        vary(out, fact, member);
    vary(out,
         "reconviction_two_year_percent",
         &Facts::reconviction_two_year_percent,
         Numbers{{"less than 50", 0}, {"50 to 74", ogrs_medium}, {"75 or more", ogrs_high}});
    vary(out,
         "oasys_total",
         &Facts::oasys_total,
         Numbers{{"40 or less", 0}, {"41 to 99", oasys_medium}, {"100 or more", oasys_high}});
    return out;
}

std::vector<FieldError> faults_of(const Tier1To4Facts& facts) {
    std::vector<FieldError> out;
    auto check = [&](const char* field, const std::optional<int>& value, int most) {
        if (value && (*value < 0 || *value > most))
            out.push_back({field, "out_of_range", fmt::format("must be between 0 and {}", most)});
    };
    check("mappa_level", facts.mappa_level, 3);
    check("linked_needs", facts.linked_needs, 10);
    check("reconviction_two_year_percent", facts.reconviction_two_year_percent, 100);
    check("oasys_total", facts.oasys_total, 168);
    return out;
}

}  // namespace

Result<Tier1To4Ruling> tier_1_to_4(const Tier1To4Facts& facts) {
    if (auto faults = faults_of(facts); !faults.empty()) return invalid(std::move(faults));
    static constexpr const char* approaches[] = {"", "Punish", "Help", "Change", "Control"};
    Tier1To4Ruling ruling;
    ruling.could_be = tiers_of(facts, &ruling.because);
    if (ruling.could_be.size() == 1) {
        ruling.tier = ruling.could_be.front();
        ruling.approach = approaches[*ruling.tier];
    }
    ruling.what_would_change = what_would_change(facts, tier_text(facts), variations(), &tier_text);
    return ruling;
}

}  // namespace noms::assessments
