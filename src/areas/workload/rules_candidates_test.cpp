#include "areas/workload/rules_candidates.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace noms::workload {
namespace {

using management::Grade;

const Date chosen_on = parse_date("2006-04-03").value();

Load with_points(int points) {
    return load_of({.day = chosen_on, .contracted_hours = 37})->with({points, points});
}
CandidateFacts officer(const std::string& name, Grade grade, int points) {
    return {.name = name, .grade = grade, .load = with_points(points)};
}
CaseToGive to_give(const std::string& tier, std::vector<CandidateFacts> officers) {
    return {.weighs = {.tier = tier, .setting = CaseSetting::Community},
            .unit = "Leigh",
            .officers = std::move(officers)};
}
std::string order(const CaseToGive& facts) {
    std::string names;
    for (const auto& each : recommended(facts).candidates) names += each.name + " ";
    return names;
}

TEST(Recommendation, PutsTheGradeThatFitsFirst) {
    auto light = officer("light", Grade::ServiceOfficer, 100);
    auto heavy = officer("heavy", Grade::Officer, 1000);
    EXPECT_EQ(order(to_give("4", {light, heavy})), "heavy light ");
    EXPECT_EQ(order(to_give("2", {light, heavy})), "light heavy ");
    EXPECT_EQ(order(to_give("B1", {light, heavy})), "heavy light ");
    EXPECT_EQ(order(to_give("C1", {light, heavy})), "light heavy ");
}

TEST(Recommendation, PutsWhoLeadsAfterWhoCarriesCases) {
    auto senior = officer("senior", Grade::SeniorOfficer, 0);
    auto heavy = officer("heavy", Grade::Officer, 2170);
    EXPECT_EQ(order(to_give("4", {senior, heavy})), "heavy senior ");
}

TEST(Recommendation, SaysWhereNobodyCanSayWhetherTheGradeFits) {
    auto facts = to_give("", {officer("service", Grade::ServiceOfficer, 0)});
    EXPECT_EQ(recommended(facts).candidates.front().grade_fits, GradeFits::NotKnown);
    facts.weighs.could_be = {"3", "4"};
    EXPECT_EQ(recommended(facts).candidates.front().grade_fits, GradeFits::No);
    facts.weighs.could_be = {"1", "2"};
    EXPECT_EQ(recommended(facts).candidates.front().grade_fits, GradeFits::Yes);
    facts.weighs.could_be = {"2", "3"};
    EXPECT_EQ(recommended(facts).candidates.front().grade_fits, GradeFits::NotKnown);
}

TEST(Recommendation, PutsRoomBeforeContinuityAndContinuityBeforePlace) {
    auto full = officer("full", Grade::Officer, 2170);
    full.managed_on = chosen_on;
    auto known = officer("known", Grade::Officer, 1500);
    known.managed_on = chosen_on;
    known.unit = "Wigan";
    auto near = officer("near", Grade::Officer, 1000);
    near.unit = "Leigh";
    auto light = officer("light", Grade::Officer, 10);
    light.unit = "Wigan";
    EXPECT_EQ(order(to_give("3", {full, light, near, known})), "known near light full ");
}

TEST(Recommendation, GivesTheWorkloadBeforeAndAfter) {
    auto one = recommended(to_give("3", {officer("one", Grade::Officer, 1000)})).candidates.front();
    EXPECT_EQ(one.before.points.most, 1000);
    EXPECT_EQ(one.after.points.most, 1063);
    EXPECT_EQ(one.after.cases, one.before.cases + 1);
    EXPECT_FALSE(one.reasons.empty());
}

TEST(Spread, FillsNobodyBeforeTheOthers) {
    std::vector<Load> to{with_points(0), with_points(100)};
    auto places = spread({{60, 60}, {60, 60}, {100, 100}}, to);
    // 100 to the first, then 60 to either, which then carries 160.
    EXPECT_EQ(places[2], 0u);
    EXPECT_NE(places[0], places[1]);
}

// However many there are and whatever they weigh: nobody ends fuller than the least full one by
// more than the heaviest case.
TEST(Spread, EndsEven) {
    unsigned seed = 7;
    auto next = [&](int below) { return int((seed = seed * 1103515245 + 12345) >> 16) % below; };
    for (int round = 0; round < 200; ++round) {
        std::vector<Weight> weights(size_t(next(40)));
        for (auto& each : weights) each.least = each.most = 1 + next(219);
        std::vector<Load> to(size_t(1 + next(5)), with_points(0));
        auto places = spread(weights, to);
        ASSERT_EQ(places.size(), weights.size());
        for (size_t i = 0; i < weights.size(); ++i) to[places[i]] = to[places[i]].with(weights[i]);
        int heaviest = 0, least = to.front().points.most, most = 0;
        for (const auto& each : weights) heaviest = std::max(heaviest, each.most);
        for (const auto& each : to) {
            least = std::min(least, each.points.most);
            most = std::max(most, each.points.most);
        }
        EXPECT_LE(most - least, heaviest + 3);  // thousandths are rounded
    }
}

}  // namespace
}  // namespace noms::workload
