#include "areas/supervision/rules_enforcement.hpp"
#include "kit/base/testing.hpp"

#include <gtest/gtest.h>

namespace noms::supervision {
namespace {

Failure unacceptable(const char* day) {
    return {.on = noms::day(day), .acceptable = false};
}

EnforcementRuling ruled(const char* day,
                        std::vector<Failure> failures,
                        EnforcedSentence sentence = EnforcedSentence::Order) {
    return enforcement_clock({.day = noms::day(day), .sentence = sentence, .failures = failures})
        .value();
}

TEST(EnforcementClock, WantsAWarningAfterTheFirstFailure) {
    auto ruling = ruled("2006-03-07", {unacceptable("2006-03-06")});
    EXPECT_EQ(ruling.failures, 1);
    ASSERT_EQ(ruling.steps.size(), 1U);
    EXPECT_EQ(ruling.steps[0].action, "warn");
    EXPECT_EQ(ruling.next_failure, "Begin breach proceedings");
}

TEST(EnforcementClock, WantsBreachWithinTenWorkingDaysOfTheSecond) {
    auto first = unacceptable("2006-03-06");
    first.answered_on = day("2006-03-07");
    // Good Friday and Easter Monday of 2006 are 14 and 17 April.
    auto ruling = ruled("2006-04-11", {first, unacceptable("2006-04-10")});
    ASSERT_EQ(ruling.steps.size(), 1U);
    EXPECT_EQ(ruling.steps[0].action, "breach");
    EXPECT_EQ(ruling.steps[0].due_on, day("2006-04-26"));
    EXPECT_EQ(ruling.steps[0].working_days_left, 9);
    auto late = ruled("2006-04-28", {first, unacceptable("2006-04-10")});
    EXPECT_EQ(late.steps[0].working_days_left, -2);
}

TEST(EnforcementClock, RollsOverTwelveMonths) {
    auto action = [](const char* first, const char* second) {
        return ruled("2006-06-30", {unacceptable(first), unacceptable(second)}).steps.back().action;
    };
    EXPECT_EQ(action("2005-06-02", "2006-06-01"), "breach");
    EXPECT_EQ(action("2005-06-01", "2006-06-01"), "warn");
}

TEST(EnforcementClock, AsksForNothingAfterTwelveMonths) {
    EXPECT_EQ(ruled("2006-06-30", {unacceptable("2005-07-01")}).steps.size(), 1U);
    EXPECT_EQ(ruled("2006-07-01", {unacceptable("2005-07-01")}).steps.size(), 0U);
}

TEST(EnforcementClock, LeavesAcceptableFailuresOutAndWaitsForADecision) {
    auto ruling = ruled("2006-03-09",
                        {{.on = day("2006-03-01"), .acceptable = true}, {.on = day("2006-03-06")}});
    EXPECT_EQ(ruling.failures, 0);
    EXPECT_EQ(ruling.failures_at_most, 1);
    ASSERT_EQ(ruling.steps.size(), 1U);
    EXPECT_EQ(ruling.steps[0].action, "decide");
    EXPECT_EQ(ruling.steps[0].due_on, day("2006-03-15"));
}

TEST(EnforcementClock, WantsRecallAtTheThirdFailureOfALicence) {
    auto ruling =
        ruled("2008-03-20",
              {unacceptable("2008-03-03"), unacceptable("2008-03-10"), unacceptable("2008-03-17")},
              EnforcedSentence::Licence);
    ASSERT_EQ(ruling.steps.size(), 3U);
    EXPECT_EQ(ruling.steps[0].action, "warn");
    EXPECT_EQ(ruling.steps[1].action, "final_warning");
    EXPECT_EQ(ruling.steps[2].action, "recall");
    EXPECT_EQ(ruling.steps[2].due_on, std::nullopt);
    EXPECT_EQ(ruling.edition, "2007");
}

TEST(EnforcementClock, StandsInTheOrderOfTheDaysHoweverTheyAreGiven) {
    auto ruling = ruled("2006-04-11", {unacceptable("2006-04-10"), unacceptable("2006-03-06")});
    EXPECT_EQ(ruling.steps.front().action, "warn");
    EXPECT_EQ(ruling.steps.back().action, "breach");
}

TEST(EnforcementClock, RefusesAFailureThatIsStillToCome) {
    auto refusal =
        enforcement_clock({.day = day("2006-03-01"), .failures = {{.on = day("2006-03-02")}}});
    ASSERT_FALSE(refusal);
    EXPECT_EQ(refusal.error().fields[0].field, "failures.0.on");
}

}  // namespace
}  // namespace noms::supervision
