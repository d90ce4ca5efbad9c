#include "areas/assessments/tier_1_to_4.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace noms::assessments {
namespace {

/// Unpaid work alone, low in everything: tier 1.
Tier1To4Facts unpaid_work() {
    return {.rosh = Rosh::Low,
            .prolific_and_priority = false,
            .mappa_level = 0,
            .life_or_ipp_licence = false,
            .linked_needs = 0,
            .accredited_programme = false,
            .treatment_requirement = false,
            .supervision_requirement = false,
            .rehabilitative_requirement = false,
            .single_punitive_requirement = true,
            .reconviction_two_year_percent = 20,
            .oasys_total = 20};
}

Tier1To4Ruling with(const std::function<void(Tier1To4Facts&)>& change) {
    auto facts = unpaid_work();
    change(facts);
    return tier_1_to_4(facts).value();
}

TEST(Tier1To4, FollowsEachRuleOfTheTableInItsOrder) {
    using Facts = Tier1To4Facts;
    const std::vector<std::pair<int, std::function<void(Facts&)>>> table{
        {1, [](Facts&) {}},
        {4, [](Facts& f) { f.rosh = Rosh::High; }},
        {4, [](Facts& f) { f.rosh = Rosh::VeryHigh; }},
        {4, [](Facts& f) { f.prolific_and_priority = true; }},
        {4, [](Facts& f) { f.mappa_level = 3; }},
        {4, [](Facts& f) { f.life_or_ipp_licence = true; }},
        {3, [](Facts& f) { f.rosh = Rosh::Medium, f.linked_needs = 2; }},
        {3, [](Facts& f) { f.rosh = Rosh::Medium, f.accredited_programme = true; }},
        {3, [](Facts& f) { f.rosh = Rosh::Medium, f.treatment_requirement = true; }},
        {3,
         [](Facts& f) {
             f.reconviction_two_year_percent = 75, f.rehabilitative_requirement = true;
         }},
        {3, [](Facts& f) { f.oasys_total = 100, f.rehabilitative_requirement = true; }},
        {2,
         [](Facts& f) {
             f.oasys_total = 41, f.linked_needs = 1, f.supervision_requirement = true;
         }},
        {2, [](Facts& f) { f.single_punitive_requirement = false; }},
        {2, [](Facts& f) { f.mappa_level = 2, f.oasys_total = 60; }}};
    for (size_t i = 0; i < table.size(); ++i)
        EXPECT_EQ(with(table[i].second).tier, table[i].first) << "case " << i;
}

TEST(Tier1To4, NamesItsApproachAndTheRulesLookedAt) {
    auto ruling = with([](Tier1To4Facts& f) { f.rosh = Rosh::High; });
    EXPECT_EQ(ruling.approach, "Control");
    ASSERT_EQ(ruling.because.size(), 1U);
    EXPECT_EQ(ruling.because[0].text,
              "Rule 1, tier 4, met: Risk of serious harm is high or very high");
}

TEST(Tier1To4, IsOpenWhereAFactThatIsNotKnownCouldChangeIt) {
    auto ruling = with([](Tier1To4Facts& f) { f.rosh.reset(); });
    EXPECT_EQ(ruling.tier, std::nullopt);
    EXPECT_EQ(ruling.could_be, (std::vector<int>{1, 2, 4}));
    auto nothing = tier_1_to_4({}).value();
    EXPECT_EQ(nothing.could_be, (std::vector<int>{1, 2, 3, 4}));
    auto certain = with([](Tier1To4Facts& f) { f.rosh.reset(), f.mappa_level = 3; });
    EXPECT_EQ(certain.tier, 4);
}

TEST(Tier1To4, TakesOneMeasureOfReconvictionForTheOther) {
    auto ruling = with([](Tier1To4Facts& f) { f.oasys_total.reset(); });
    EXPECT_EQ(ruling.tier, 1);
}

TEST(Tier1To4, SaysWhatWouldChangeIt) {
    auto changes = with([](Tier1To4Facts&) {}).what_would_change;
    auto of = [&](std::string fact) {
        std::vector<std::string> out;
        for (const auto& each : changes)
            if (each.fact == fact) out.push_back(each.instead + " gives " + each.tier);
        return out;
    };
    EXPECT_EQ(of("rosh"),
              (std::vector<std::string>{"medium gives 2", "high gives 4", "very high gives 4"}));
    EXPECT_EQ(of("single_punitive_requirement"), std::vector<std::string>{"no gives 2"});
    EXPECT_TRUE(of("supervision_requirement").empty());
}

TEST(Tier1To4, RefusesAFactOutOfRange) {
    auto facts = unpaid_work();
    facts.oasys_total = 169;
    EXPECT_EQ(tier_1_to_4(facts).error().fields[0].field, "oasys_total");
}

}  // namespace
}  // namespace noms::assessments
