#include "areas/custody/rules.hpp"
#include "kit/base/testing.hpp"

#include <gtest/gtest.h>

namespace noms::custody {
namespace {

CurfewFacts term(int days, const char* asked_on) {
    return {.day = day(asked_on), .sentenced_on = day("2003-09-01"), .term_days = days};
}

CurfewRuling ruled(const CurfewFacts& facts) {
    return home_detention_curfew(facts).value();
}

TEST(HomeDetentionCurfew, GivesTheDaysOfTheAnswerOf2002) {
    // policy.md 7: three months, about 15 days; eight months, 60 days under the first cap.
    EXPECT_EQ(ruled(term(91, "2002-01-15")).curfew_days, 16);
    EXPECT_EQ(ruled(term(243, "2002-01-15")).curfew_days, 60);
}

TEST(HomeDetentionCurfew, GrewFrom60To90To135Days) {
    for (auto [day, days] :
         {std::pair{"2002-12-15", 60}, {"2002-12-16", 90}, {"2003-07-13", 90}, {"2003-07-14", 135}})
        EXPECT_EQ(ruled(term(1000, day)).curfew_days, days) << day;
    EXPECT_FALSE(home_detention_curfew(term(1000, "1999-01-27")));
}

TEST(HomeDetentionCurfew, EndsAtTheConditionalRelease) {
    auto facts = term(243, "2003-10-01");
    facts.remand_days = 10;
    auto ruling = ruled(facts);
    EXPECT_EQ(ruling.custodial_days, 122);
    EXPECT_EQ(ruling.must_serve_days, 61);
    EXPECT_EQ(ruling.curfew_days, 61);
    EXPECT_EQ(ruling.conditional_release, day("2003-12-21"));
    EXPECT_EQ(ruling.eligible_on, day("2003-10-21"));
    EXPECT_TRUE(ruling.presumed_suitable);
}

TEST(HomeDetentionCurfew, WantsHalfOfTheCustodialPeriodServedUnderTheActOf2003) {
    auto facts = term(365, "2005-10-01");
    facts.law = ReleaseLaw::Cja2003;
    EXPECT_EQ(ruled(facts).must_serve_days, 92);
    facts.term_days = 100;
    EXPECT_EQ(ruled(facts).must_serve_days, 28);
}

TEST(HomeDetentionCurfew, IsForThreeMonthsToUnderFourYears) {
    EXPECT_EQ(ruled(term(90, "2003-10-01")).outcome, CurfewOutcome::Ineligible);
    EXPECT_EQ(ruled(term(91, "2003-10-01")).outcome, CurfewOutcome::Eligible);
    EXPECT_EQ(ruled(term(4 * 365, "2003-10-01")).outcome, CurfewOutcome::Eligible);
    EXPECT_EQ(ruled(term(4 * 365 + 1, "2003-10-01")).outcome, CurfewOutcome::Ineligible);
    EXPECT_FALSE(ruled(term(4 * 365, "2003-10-01")).presumed_suitable);
}

TEST(HomeDetentionCurfew, IsBarredByTheGravestReason) {
    auto facts = term(300, "2003-10-01");
    facts.bars = {"ADDRESS"};
    EXPECT_EQ(ruled(facts).outcome, CurfewOutcome::Refused);
    facts.bars = {"SEX_OFFENCE", "ADDRESS", "UNSUIT_OFF"};
    auto ruling = ruled(facts);
    EXPECT_EQ(ruling.outcome, CurfewOutcome::Ineligible);
    EXPECT_EQ(ruling.because[0].text, "Registered as a sex offender");
    EXPECT_FALSE(ruling.presumed_suitable);
    facts.bars = {"WEATHER"};
    EXPECT_EQ(home_detention_curfew(facts).error().fields[0].field, "bars.0");
}

TEST(HomeDetentionCurfew, IsNotRuledOnWithoutTheTerm) {
    EXPECT_EQ(ruled({.day = day("2003-10-01")}).outcome, CurfewOutcome::NotKnown);
}

}  // namespace
}  // namespace noms::custody
