#include "areas/release_dates/rules_dates.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "areas/release_dates/rules_booking.hpp"
#include "areas/release_dates/testing.hpp"

namespace noms::release_dates {
namespace {

using namespace testing;

// The sentence of the mock-up: half of 1,461 days, less 63 on remand, is a Sunday.
TEST(Dates, OfFourYearsAreHalfOfItAndItsEndLessTheRemand) {
    auto out = worked(four_years());
    ASSERT_TRUE(out.calculable);
    EXPECT_EQ(on(out, "CRD"), "2008-02-17");
    EXPECT_EQ(on(out, "SLED"), "2010-02-16");
    EXPECT_EQ(on(out, "ESED"), "2010-04-20");
}

TEST(Dates, OfReleaseFallOnTheWorkingDayBefore) {
    auto out = worked(four_years());
    const auto* release = release_of(out.dates);
    ASSERT_TRUE(release);
    EXPECT_EQ(release->type, "CRD");
    EXPECT_EQ(*release->falls_on, date("2008-02-15"));
    EXPECT_EQ(release->because.back().source.cite, "Criminal Justice Act 1961, s. 23(3)");
}

TEST(Dates, SayNothingOfAWorkingDayInAYearWhoseBankHolidaysAreNotKnown) {
    auto out = worked(facts({sentence("DTO", "2030-06-03", {.months = 24})}));
    ASSERT_TRUE(out.calculable);
    EXPECT_EQ(release_of(out.dates)->on_day, date("2031-06-03"));
    EXPECT_FALSE(release_of(out.dates)->falls_on);
}

TEST(Dates, AreRefusedWhereALaterLawReachesThemThatLeavesOffencesOut) {
    auto out = worked(facts({sentence("IMP12", "2006-04-21", {.years = 60})}));
    EXPECT_FALSE(out.calculable);
    EXPECT_EQ(out.refusals.size(), 1u);
}

TEST(Dates, AreTheSameForOneCourtsRemandHoweverManySentencesItPassed) {
    auto two = four_years();
    two.sentences.push_back(sentence("IMP12", "2006-04-21", {.months = 12}));
    two.sentences.back().id = "second";
    two.sentences.back().remand_days = 63;
    EXPECT_EQ(on(worked(two), "CRD"), "2008-02-17");
}

TEST(Dates, OfASentenceThatFollowsAreThoseOfBothTogether) {
    auto both = four_years();
    both.sentences.push_back(sentence("IMP12", "2006-04-21", {.years = 1}));
    both.sentences.back().id = "second";
    both.sentences.back().consecutive_to = "first";
    EXPECT_EQ(on(worked(both), "SLED"), "2011-02-16");
    EXPECT_EQ(on(worked(both), "CRD"), "2008-08-17");
}

TEST(Dates, ArePutOffByAddedDaysWhileTheEndStays) {
    auto with = four_years();
    with.added.push_back({AddedKind::Awarded, 14, date("2007-01-10")});
    EXPECT_EQ(on(worked(with), "CRD"), "2008-03-02");
    EXPECT_EQ(on(worked(with), "SLED"), "2010-02-16");
    with.added.push_back({AddedKind::Restored, 14, date("2007-06-01")});
    EXPECT_EQ(on(worked(with), "CRD"), "2008-02-17");
}

TEST(Dates, ArePutOffByWholeDaysAtLarge) {
    auto with = four_years();
    with.absences.push_back({date("2007-01-10"), date("2007-01-15")});
    EXPECT_EQ(on(worked(with), "CRD"), "2008-02-21");
    EXPECT_EQ(on(worked(with), "SLED"), "2010-02-20");
    with.absences.back() = away_for(4, date("2007-01-10"));
    EXPECT_EQ(on(worked(with), "CRD"), "2008-02-21");
    with.absences.back() = {date("2007-01-10"), date("2007-01-11")};
    EXPECT_EQ(on(worked(with), "CRD"), "2008-02-17");
}

TEST(Dates, OfARecalledSentenceLastToItsEnd) {
    auto recalled = four_years();
    recalled.releases.push_back({date("2008-02-15"), "Conditional"});
    recalled.recalls.push_back({date("2008-05-01"), date("2008-05-06")});
    auto out = worked(recalled);
    EXPECT_EQ(on(out, "PRRD"), "2010-02-16");
    EXPECT_EQ(release_of(out.dates)->type, "PRRD");
}

TEST(Dates, OfCurfewFollowTheRuleOfThePeriod) {
    // 731 days: half is 366 to serve; at most 135 on curfew.
    auto term = sentence("IMP12", "2006-04-03", {.years = 2});
    auto out = worked(facts({term}));
    EXPECT_EQ(on(out, "CRD"), "2007-04-03");
    EXPECT_EQ(on(out, "HDCED"), "2006-11-19");
    EXPECT_EQ(on(worked(four_years()), "HDCED"), "");
    auto registered = facts({term});
    registered.registered_sex_offender = true;
    EXPECT_EQ(on(worked(registered), "HDCED"), "");
}

TEST(Dates, OfTheActOf1991EndTheLicenceAtThreeQuarters) {
    auto term = sentence("IMP_12_4Y91", "2005-05-03", {.years = 2});
    term.committed_on = date("2005-01-10");
    auto out = worked(facts({term}));
    EXPECT_EQ(on(out, "CRD"), "2006-05-02");
    EXPECT_EQ(on(out, "LED"), "2006-11-01");
    EXPECT_EQ(on(out, "SED"), "2007-05-02");
}

TEST(Dates, OfAShortSentenceReleaseWithoutLicence) {
    auto out = worked(facts({sentence("IMP_LT12", "2006-04-03", {.months = 6})}));
    EXPECT_EQ(on(out, "ARD"), "2006-07-03");
    EXPECT_EQ(on(out, "SED"), "2006-10-02");
    EXPECT_EQ(on(out, "CRD"), "");
}

TEST(Dates, DoNotDependOnTheOrderOfTheFacts) {
    auto two = four_years();
    two.sentences.push_back(sentence("IMP12", "2006-06-01", {.years = 3}));
    two.sentences.back().id = "second";
    auto before = worked(two);
    std::ranges::reverse(two.sentences);
    for (const auto& each : compared(before.dates, worked(two).dates))
        EXPECT_FALSE(each.has_moved()) << each.type;
}

TEST(Dates, ThatMovedAreToldWithTheirDays) {
    auto with = four_years();
    with.added.push_back({AddedKind::Awarded, 14, date("2007-01-10")});
    auto moved = compared(worked(four_years()).dates, worked(with).dates);
    auto release = std::ranges::find(moved, std::string("CRD"), &MovedDate::type);
    ASSERT_NE(release, moved.end());
    EXPECT_EQ(release->days(), 14);
    EXPECT_EQ(std::ranges::count_if(moved, &MovedDate::has_moved), 1);
}

TEST(Challenges, AreAnsweredInWorkingDays) {
    // Good Friday 2007 was on 6 April, Easter Monday on the 9th.
    auto due = answer_due(date("2007-04-04"));
    ASSERT_TRUE(due);
    EXPECT_EQ(due->is, date("2007-04-11"));
    EXPECT_FALSE(answer_due(date("1990-01-01")));
    EXPECT_EQ(answer_days(date("2013-01-01")), 5);
}

TEST(Laws, AreRefusedWhenNobodyKnowsThem) {
    EXPECT_FALSE(release_dates_of({four_years(), "no-such-law"}));
    EXPECT_TRUE(release_dates_of({four_years(), std::nullopt})->calculable);
}

}  // namespace
}  // namespace noms::release_dates
