#include "areas/assessments/scoring.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "areas/assessments/testing.hpp"
#include "areas/assessments/tiering.hpp"

namespace noms::assessments {
namespace {

const std::string form = form_on(priya.on)->form;

Conclusions of(const Answers& instead, std::optional<Sex> sex = Sex::M) {
    return conclusions_of(form, answers_of(answered(instead)), sex);
}

TEST(Conclusions, HaveEachPredictorOnceItsInputsAreKnown) {
    auto known = of({});
    ASSERT_EQ(known.predictors.size(), 3u);
    EXPECT_EQ(known.predictors[0].score.predictor, "OGRS3 (2008 parameters)");
    for (const auto& each : known.predictors) {
        EXPECT_TRUE(each.score.two_year_percent) << each.score.predictor;
        EXPECT_TRUE(each.fault.empty()) << each.fault;
    }
    EXPECT_EQ(known.rosh, Rosh::Low);
    EXPECT_EQ(known.needs.needs, 0);
    EXPECT_EQ(known.needs.needs_at_most, 0);
}

TEST(Conclusions, GiveTheOgrs3OfThePublishedCase) {
    // refdata/ogrs3_test_vectors.csv: male, 22, first at 16, 5 before, burglary of a
    // dwelling: 36.89 and 54.54 per cent.
    auto known = of({{"1.1", "BURGLARY_DOM"},
                     {"1.2", "2"},
                     {"1.3", "3"},
                     {"1.4", "16"},
                     {"1.age_convicted", "22"},
                     {"1.age_followed", "22"}});
    EXPECT_EQ(known.predictors[0].score.one_year_percent, 37);
    EXPECT_EQ(known.predictors[0].score.two_year_percent, 55);
}

TEST(Conclusions, SayWhatIsMissingInsteadOfCountingItAsNought) {
    auto known = of({{"11.6", "not_known"}, {"1.2", "0"}}, std::nullopt);
    EXPECT_EQ(known.predictors[0].score.not_known, (std::vector<std::string>{"sex"}));
    EXPECT_EQ(known.predictors[1].score.not_known,
              (std::vector<std::string>{"ogrs3_two_year_percent", "problem_solving"}));
    EXPECT_FALSE(known.predictors[1].score.total);
    EXPECT_EQ(known.needs.needs_at_most, 0);
}

TEST(Conclusions, HaveNothingWhereNothingWasAnswered) {
    auto known = conclusions_of(form, {}, Sex::F);
    EXPECT_FALSE(known.rosh);
    EXPECT_EQ(known.needs.needs, 0);
    EXPECT_EQ(known.needs.needs_at_most, 8);
    for (const auto& each : known.needs.sections) EXPECT_FALSE(each.score) << each.name;
    for (const auto& each : known.predictors) EXPECT_FALSE(each.score.two_year_percent);
}

TEST(Conclusions, SayWhyARuleRefusedTheFacts) {
    auto known = of({{"1.4", "40"}});
    EXPECT_NE(known.predictors[0].fault.find("age_at_first_sanction"), std::string::npos);
}

TEST(Conclusions, FindNeedsByScoreAndByTheTicksOfTheAssessor) {
    // Thresholds of case-management.md 2.5: accommodation from 2; relationships from 2.
    auto known = of({{"3.4", "some"}, {"3.5", "some"}, {"4.96", "yes"}, {"6.attention", "yes"}});
    EXPECT_EQ(need_titles(known.needs),
              (std::vector<std::string>{
                  "Accommodation", "Education, training and employability", "Relationships"}));
}

TEST(Conclusions, TakeTheHighestLevelOfAllGroups) {
    EXPECT_EQ(of({{"R10.staff.custody", "High"}}).rosh, Rosh::High);
    EXPECT_EQ(of({{"R10.staff.custody", "High"}, {"R10.children.community", "VeryHigh"}}).rosh,
              Rosh::VeryHigh);
}

// -- the tier -------------------------------------------------------------------------------------

TierRecord order_of(std::vector<RunningRequirement> requirements) {
    return {.sex = Sex::M,
            .in_community = true,
            .sentences = {{.imposed_on = day("2006-03-01"), .requirements = requirements}}};
}

TierNow tier(const TierRecord& record,
             const Answers& instead,
             const std::vector<TierOverride>& overrides = {},
             Date on = day("2006-05-01")) {
    auto whole = answered(instead);
    auto one = signed_whole(whole, edition_of(whole), false, priya).value();
    return tier_on(on, record, &one.assessment, answers_of(one), overrides);
}

TEST(Tier, FollowsTheAssessmentAndTheRecord) {
    // tiering_rules.csv, rules 1 to 6, from answers and requirements.
    const auto unpaid_work = order_of({{"REQ_UPW", false}});
    const auto supervision = order_of({{"REQ_SUP", true}});
    const auto programme = order_of({{"REQ_SUP", true}, {"REQ_PRG", true}});
    TierRecord life{
        .sex = Sex::M, .in_community = true, .sentences = {{.custodial = true, .for_life = true}}};
    struct Case {
        TierRecord record;
        Answers answers;
        std::string tier;
    };
    const std::vector<Case> table{
        {unpaid_work, {}, "1"},
        {supervision, {}, "2"},
        {supervision, {{"R10.public.community", "High"}}, "4"},
        {unpaid_work, {{"R10.priority", "yes"}}, "4"},
        {unpaid_work, {{"R10.mappa", "3"}}, "4"},
        {life, {}, "4"},
        {programme, {{"R10.public.community", "Medium"}}, "3"},
        {supervision,
         {{"R10.public.community", "Medium"}, {"3.4", "significant"}, {"6.1", "significant"}},
         "3"}};
    for (size_t i = 0; i < table.size(); ++i) {
        auto now = tier(table[i].record, table[i].answers);
        EXPECT_EQ(now.tier, table[i].tier) << "case " << i;
        EXPECT_EQ(now.scheme, "tier-1-to-4");
        EXPECT_FALSE(now.because.empty());
    }
}

TEST(Tier, SaysWhatWouldChangeIt) {
    auto now = tier(order_of({{"REQ_UPW", false}}), {});
    auto found =
        std::ranges::find(now.what_would_change, "prolific_and_priority", &WhatWouldChange::fact);
    ASSERT_NE(found, now.what_would_change.end());
    EXPECT_EQ(found->tier, "4");
}

TEST(Tier, CannotBeToldWithoutAnAssessment) {
    auto now = tier_on(day("2006-05-01"), order_of({{"REQ_SUP", true}}), nullptr, {}, {});
    EXPECT_TRUE(now.tier.empty());
    EXPECT_GT(now.could_be.size(), 1u);
}

TEST(Tier, GoesByTheSchemeOfTheDay) {
    // data/tier_scheme.csv
    const std::vector<std::pair<const char*, std::string>> table{{"2005-03-31", ""},
                                                                 {"2005-04-01", "tier-1-to-4"},
                                                                 {"2019-12-31", "tier-1-to-4"},
                                                                 {"2020-01-01", "tier-two-axis"},
                                                                 {"2026-01-01", "tier-a-to-g"}};
    for (const auto& [on, scheme] : table)
        EXPECT_EQ(tier(order_of({}), {}, {}, day(on)).scheme, scheme) << on;
}

TEST(Tier, OnTwoAxesCountsRiskAndNeeds) {
    // hmpps-tier: high risk of serious harm 20 points: B; no need, no OGRS points over 9: 1.
    auto now = tier(
        order_of({{"REQ_SUP", true}}), {{"R10.public.community", "High"}}, {}, day("2020-06-01"));
    EXPECT_EQ(now.tier, "B1");
}

TEST(Tier, SetByAPersonHoldsOverItsSpanAndBothAreKept) {
    TierOverride set{.scheme = "tier-1-to-4",
                     .tier = "3",
                     .instead_of = "1",
                     .reason = "A new partner, known to the police",
                     .from_day = day("2006-05-01"),
                     .until_day = day("2006-08-01"),
                     .set_by = "Priya Raman"};
    const auto record = order_of({{"REQ_UPW", false}});
    auto now = tier(record, {}, {set});
    EXPECT_EQ(now.tier, "1");
    EXPECT_EQ(now.holds(), "3");
    EXPECT_EQ(tier(record, {}, {set}, day("2006-08-01")).holds(), "1");
    set.ended_on = day("2006-06-01");
    EXPECT_EQ(tier(record, {}, {set}, day("2006-05-31")).holds(), "3");
    EXPECT_EQ(tier(record, {}, {set}, day("2006-06-01")).holds(), "1");
    set.ended_on.reset();
    set.scheme = "tier-two-axis";
    EXPECT_EQ(tier(record, {}, {set}).holds(), "1");
}

}  // namespace
}  // namespace noms::assessments
