#include "areas/assessments/tier_two_axis.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace noms::assessments {
namespace {

const Date summer_2024 = parse_date("2024-06-01").value();

Registration registered(std::string type,
                        std::optional<std::string> level = {},
                        int days_ago = 10) {
    return {std::move(type), std::move(level), plus_days(summer_2024, -days_ago)};
}

/// On supervision with an assessment and nothing against him: D1.
TierTwoAxisFacts supervised() {
    return {.day = summer_2024,
            .sex = Sex::M,
            .rsr = 0.5,
            .ogrs_two_year_percent = 0,
            .assessment = TierAssessment{},
            .convictions = {{.sentence_type = "SP", .requirements = {{.main_category = "F"}}}}};
}

TierTwoAxisRuling ruled(const TierTwoAxisFacts& facts) {
    return tier_two_axis(facts).value();
}

TEST(TierTwoAxis, CountsTheLargerOfRsrAndRiskOfSeriousHarm) {
    // case-management.md 2.2.2: the points of the protect axis.
    struct Case {
        double rsr = 0;
        const char* rosh = nullptr;
        int points = 0;
        const char* level = nullptr;
    };
    for (const auto& [rsr, rosh, points, level] : {Case{0.5, "RLRH", 0, "D"},
                                                   {3.00, "RLRH", 10, "C"},
                                                   {6.99, "RLRH", 10, "C"},
                                                   {6.995, "RLRH", 10, "C"},
                                                   {7.00, "RLRH", 20, "B"},
                                                   {99.99, "RLRH", 20, "B"},
                                                   {100, "RLRH", 0, "D"},
                                                   {7.00, "RHRH", 20, "B"},
                                                   {7.00, "RMRH", 20, "B"},
                                                   {0.5, "RMRH", 10, "C"},
                                                   {7.00, "RVHR", 150, "A"}}) {
        auto facts = supervised();
        facts.rsr = rsr;
        facts.registrations = {registered(rosh)};
        auto ruling = ruled(facts);
        EXPECT_EQ(ruling.protect_points, points) << rsr << " " << rosh;
        EXPECT_EQ(ruling.protect_level, level) << rsr << " " << rosh;
    }
}

TEST(TierTwoAxis, TakesTheNewestRegistrationWithALevelItKnows) {
    auto facts = supervised();
    facts.registrations = {
        registered("MAPP", "M0", 1), registered("MAPP", "M1", 50), registered("MAPP", "M2", 90)};
    EXPECT_EQ(ruled(facts).protect_points, 5);
    facts.registrations = {registered("RLRH", {}, 1), registered("RVHR", {}, 90)};
    EXPECT_EQ(ruled(facts).protect_points, 0);
    facts.registrations = {registered("HREG", "M3", 1)};
    EXPECT_EQ(ruled(facts).protect_points, 0);
}

TEST(TierTwoAxis, CountsEachComplexityOnce) {
    auto facts = supervised();
    facts.registrations = {registered("RMDO"), registered("RMDO"), registered("STRG")};
    EXPECT_EQ(ruled(facts).protect_points, 4);
}

TEST(TierTwoAxis, AsksThreeThingsMoreOfWomen) {
    auto facts = supervised();
    facts.assessment->parenting_responsibility = true;
    facts.assessment->impulsivity = 1;
    facts.assessment->temper_control = 2;
    facts.convictions[0].enforcement = {"BRE05"};
    EXPECT_EQ(ruled(facts).protect_points, 0);
    facts.sex = Sex::F;
    EXPECT_EQ(ruled(facts).protect_points, 6);
    facts.convictions[0].terminated_on = plus_months(summer_2024, -12);
    EXPECT_EQ(ruled(facts).protect_points, 6);
    facts.convictions[0].terminated_on = plus_days(plus_months(summer_2024, -12), -1);
    EXPECT_EQ(ruled(facts).protect_points, 4);
    facts.convictions[0] = {.enforcement = {"BRE09"}};
    EXPECT_EQ(ruled(facts).protect_points, 4);
}

TEST(TierTwoAxis, WeighsNeedsByTheirSeverity) {
    auto facts = supervised();
    facts.assessment->needs = {{11, Severity::Severe},    // 4
                               {12, Severity::Standard},  // 2
                               {3, Severity::Standard},   // 1
                               {5, Severity::Severe},     // 0
                               {8, std::nullopt}};        // 0
    facts.ogrs_two_year_percent = 29;                     // 2
    auto ruling = ruled(facts);
    EXPECT_EQ(ruling.change_points, 9);
    EXPECT_EQ(ruling.tier, "D1");
    facts.ogrs_two_year_percent = 30;
    EXPECT_EQ(ruled(facts).tier, "D2");
    facts.registrations = {registered("IIOM")};
    EXPECT_EQ(ruled(facts).change_points, 12);
    facts.ogrs_two_year_percent = 100;
    facts.assessment->needs[2].severity = Severity::Severe;
    EXPECT_EQ(ruled(facts).tier, "D3");
}

TEST(TierTwoAxis, DividesOgrsByTenRoundedDown) {
    for (auto [percent, points] : {std::pair{59, 5}, {100, 10}, {9, 0}}) {
        auto facts = supervised();
        facts.ogrs_two_year_percent = percent;
        EXPECT_EQ(ruled(facts).change_points, points);
    }
}

TEST(TierTwoAxis, HasNoChangeWithoutAMandate) {
    auto facts = supervised();
    facts.ogrs_two_year_percent = 90;
    EXPECT_EQ(ruled(facts).change_level, 1);
    for (TierRequirement none : {TierRequirement{"W", false}, {"W1", false}, {"C", true}}) {
        facts.convictions = {{.sentence_type = "SP", .requirements = {none}}};
        EXPECT_EQ(ruled(facts).change_level, 0) << none.main_category;
    }
    facts.convictions = {{.sentence_type = "SC"}};
    EXPECT_EQ(ruled(facts).change_level, 1);
    facts.convictions[0].terminated_on = summer_2024;
    EXPECT_EQ(ruled(facts).change_level, 0);
    facts.convictions.clear();
    EXPECT_EQ(ruled(facts).change_level, 0);
}

TEST(TierTwoAxis, IsTwoOnChangeUntilThereIsAnAssessment) {
    auto facts = supervised();
    facts.assessment.reset();
    facts.rsr.reset();
    auto ruling = ruled(facts);
    EXPECT_EQ(ruling.tier, "D2");
    EXPECT_EQ(ruling.not_known, (std::vector<std::string>{"rsr", "assessment"}));
}

TEST(TierTwoAxis, IsMarkedWhereUnsupervised) {
    auto facts = supervised();
    facts.registrations = {registered("PRC"), registered("RHRH")};
    EXPECT_EQ(ruled(facts).tier, "B1S");
}

TEST(TierTwoAxis, SaysWhatWouldChangeIt) {
    auto changes = ruled(supervised()).what_would_change;
    auto found = std::ranges::find(changes, "7.00 or more", &WhatWouldChange::instead);
    ASSERT_NE(found, changes.end());
    EXPECT_EQ(found->tier, "B1");
    EXPECT_EQ(std::ranges::count(changes, "D1", &WhatWouldChange::tier), 0);
}

TEST(TierTwoAxis, RefusesASectionWithoutANeed) {
    auto facts = supervised();
    facts.assessment->needs = {{13, Severity::Severe}};
    EXPECT_EQ(tier_two_axis(facts).error().fields[0].field, "assessment.needs.0.section");
}

}  // namespace
}  // namespace noms::assessments
