#include "areas/assessments/points.hpp"

#include <gtest/gtest.h>

#include "areas/assessments/ogp.hpp"
#include "areas/assessments/ovp.hpp"

namespace noms::assessments {
namespace {

/// case-management.md 2.5 [T]: OGRS3 81, unemployed, activities 1, no drugs, thinking 1+1+0,
/// attitudes 1.
OgpFacts published() {
    return {.ogrs3_two_year_percent = 81,
            .no_fixed_abode = false,
            .unemployed = true,
            .activities_encourage_offending = 1,
            .current_drug_use = 0,
            .drug_motivation = 0,
            .problem_solving = 1,
            .awareness_of_consequences = 1,
            .understands_views_of_others = 0,
            .pro_criminal_attitudes = 1};
}

TEST(Ogp, GivesTheWorkedExample) {
    auto ruling = ogp(published()).value();
    EXPECT_EQ(ruling.total, 62);
    EXPECT_EQ(ruling.one_year_percent, 53);
    EXPECT_EQ(ruling.two_year_percent, 68);
    EXPECT_EQ(ruling.band, Band::High);
}

TEST(Ogp, HasNoScoreWhereAnAnswerIsNotKnown) {
    auto facts = published();
    facts.drug_motivation.reset();
    auto ruling = ogp(facts).value();
    EXPECT_FALSE(ruling.total || ruling.one_year || ruling.two_year_percent || ruling.band);
    EXPECT_EQ(ruling.not_known, std::vector<std::string>{"drug_motivation"});
}

TEST(Ogp, RoundsHalvesUp) {
    auto facts = published();
    facts.current_drug_use = 2;  // 3.75 x 2 is 7.5
    EXPECT_EQ(ogp(facts).value().total, 62 + 8);
    facts.understands_views_of_others = 1;  // 5/6 x 3 is 2.5: 3 where it was 2
    EXPECT_EQ(ogp(facts).value().total, 62 + 8 + 1);
}

TEST(Ogp, RefusesAnAnswerThatOasysDoesNotHave) {
    auto facts = published();
    facts.pro_criminal_attitudes = 3;
    EXPECT_EQ(ogp(facts).error().fields[0].field, "pro_criminal_attitudes");
}

OvpFacts nothing_more() {
    return {.sex = Sex::M,
            .age = 30,
            .violent_sanctions = 0,
            .non_violent_sanctions = 1,
            .recognises_impact_on_others = true,
            .no_fixed_abode = false,
            .unemployed = false,
            .current_alcohol_use = 0,
            .binge_drinking = 0,
            .psychiatric_treatment = false,
            .temper_control = 0,
            .pro_criminal_attitudes = 0};
}

struct OvpCase {
    OvpFacts facts{};
    int total = 0;
    int one_year = 0;
    int two_year = 0;
    Band band = Band::Low;
};

TEST(Ovp, GivesThePublishedPercentsForTheirTotals) {
    // case-management.md 2.5 [T]: totals 22, 39 and 58.
    auto low = nothing_more();  // 5 male, 10 age, 5 any sanction
    low.non_violent_sanctions = 3;
    auto middle = nothing_more();
    middle.violent_sanctions = 2;
    middle.unemployed = true;
    middle.current_alcohol_use = 1;
    middle.binge_drinking = 1;
    middle.temper_control = 1;
    auto high = middle;
    high.age = 19;
    high.recognises_impact_on_others = false;
    high.binge_drinking = 2;
    high.temper_control = 2;
    high.violent_sanctions = 1;
    high.non_violent_sanctions = 3;
    for (const auto& [facts, total, one_year, two_year, band] :
         {OvpCase{low, 22, 5, 9, Band::Low},
          OvpCase{middle, 39, 15, 26, Band::Low},
          OvpCase{high, 58, 42, 58, Band::Medium}}) {
        auto ruling = ovp(facts).value();
        EXPECT_EQ(ruling.total, total);
        EXPECT_EQ(ruling.band, band);
        EXPECT_EQ(ruling.one_year_percent, one_year);
        EXPECT_EQ(ruling.two_year_percent, two_year);
    }
}

TEST(Ovp, CountsThisConvictionAsASanction) {
    auto facts = nothing_more();
    EXPECT_EQ(ovp(facts).value().total, 20);
    facts.non_violent_sanctions = 0;
    EXPECT_EQ(ovp(facts).value().total, 15);
}

TEST(Ovp, AddsOnePointForEachViolentSanctionAfterTheFourthUpTo25) {
    auto facts = nothing_more();
    facts.violent_sanctions = 4;
    EXPECT_EQ(ovp(facts).value().total, 20 + 11);
    facts.violent_sanctions = 18;
    EXPECT_EQ(ovp(facts).value().total, 20 + 25);
    facts.violent_sanctions = 40;
    EXPECT_EQ(ovp(facts).value().total, 20 + 25);
}

TEST(Ovp, IsForAdults) {
    auto facts = nothing_more();
    facts.age = 17;
    EXPECT_EQ(ovp(facts).error().fields[0].field, "age");
}

TEST(Ovp, HasNoScoreWhereTheSexIsNotKnown) {
    auto facts = nothing_more();
    facts.sex.reset();
    EXPECT_EQ(ovp(facts).value().not_known, std::vector<std::string>{"sex"});
}

}  // namespace
}  // namespace noms::assessments
