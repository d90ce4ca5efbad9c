#include "areas/release_dates/rules_dates.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "areas/release_dates/law.gen.hpp"
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

TEST(Dates, OfARecallForAFixedTermEndItSoManyDaysAfterTheReturn) {
    auto given = four_years();
    given.releases.push_back({date("2008-02-15"), "Conditional"});
    given.recalls.push_back({date("2008-08-04"), date("2008-08-11")});
    given.recalls.back().term = movements::RecallTerm::Days28;
    EXPECT_EQ(on(worked(given), "PRRD"), "2008-09-07");
    given.recalls.back().term = movements::RecallTerm::ToTheEnd;
    EXPECT_EQ(on(worked(given), "PRRD"), on(worked(given), "SLED"));
    given.recalls.back().term = movements::RecallTerm::Days14;
    EXPECT_EQ(on(worked(given), "PRRD"), "2008-08-24");
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

// policy.md, section 7: parole from half, release at two thirds, licence to three quarters. 2,192
// days.
TEST(Dates, OfALongTermOf1991AreParoleFromHalfReleaseAtTwoThirdsAndLicenceToThreeQuarters) {
    auto out = worked(facts({sentence("IMP_4Y91", "2001-05-02", {.years = 6})}));
    ASSERT_TRUE(out.calculable);
    EXPECT_EQ(on(out, "PED"), "2004-05-01");
    EXPECT_EQ(on(out, "CRD"), "2005-05-01");
    EXPECT_EQ(on(out, "LED"), "2005-10-31");
    EXPECT_EQ(on(out, "SED"), "2007-05-01");
    EXPECT_EQ(on(out, "HDCED"), "");
}

TEST(Dates, OfALongTermMoveWithRemandAddedDaysAndAbsenceAsOthersDo) {
    auto given = facts({sentence("IMP_4Y91", "2001-05-02", {.years = 6})});
    given.sentences[0].remand_days = 30;
    given.added.push_back({AddedKind::Awarded, 10, date("2002-01-10")});
    auto out = worked(given);
    EXPECT_EQ(on(out, "PED"), "2004-04-11");
    EXPECT_EQ(on(out, "CRD"), "2005-04-11");
    EXPECT_EQ(on(out, "LED"), "2005-10-01");
    EXPECT_EQ(on(out, "SED"), "2007-04-01");
}

TEST(Dates, OfALongTermEveryOneNameTheProvisionBehindIt) {
    auto out = worked(facts({sentence("IMP_4Y91", "2001-05-02", {.years = 6})}));
    auto cites = [&](const char* type, const char* cite) {
        auto found = std::ranges::find(out.dates, std::string(type), &WorkedDate::type);
        return found != out.dates.end() &&
               std::ranges::any_of(found->because, [&](const law::Ground& step) {
                   return step.source.cite == cite;
               });
    };
    EXPECT_TRUE(cites("PED", "Criminal Justice Act 1991, s. 35(1)"));
    EXPECT_TRUE(cites("CRD", "Criminal Justice Act 1991, s. 33(2)"));
}

// Criminal Justice and Immigration Act 2008, s. 26: release at half, but not for everybody.
TEST(Dates, OfALongTermWhoseHalfIsServedAfterTheLawOf2008AreNotWorkedOutWithoutItsOffencesMark) {
    auto out = worked(facts({sentence("IMP_4Y91", "2005-03-01", {.years = 8})}));
    EXPECT_FALSE(out.calculable);
    EXPECT_EQ(on(out, "CRD"), "");
}

TEST(Dates, OfAnExtendedSentenceForPublicProtectionComeFromItsCustodialTerm) {
    auto term = sentence("EPP", "2006-06-02", {.years = 7});
    term.custodial = {.years = 4};
    auto out = worked(facts({term}));
    EXPECT_EQ(on(out, "PED"), "2008-06-01");
    EXPECT_EQ(on(out, "CRD"), "2010-06-01");
    EXPECT_EQ(on(out, "SLED"), "2013-06-01");
    term.imposed_on = date("2008-07-14");
    out = worked(facts({term}));
    EXPECT_EQ(on(out, "PED"), "");
    EXPECT_EQ(on(out, "CRD"), "2010-07-14");
    EXPECT_EQ(on(out, "SLED"), "2015-07-13");
}

// Criminal Justice Act 1991, s. 44: the extension comes after the licence of the custodial term.
TEST(Dates, OfAnExtendedSentenceOf2000AreThoseOfItsCustodialTermAndThenTheExtension) {
    auto term = sentence("EXT85", "2001-05-02", {.years = 5});
    term.custodial = {.years = 2};
    auto out = worked(facts({term}));
    EXPECT_EQ(on(out, "CRD"), "2002-05-01");
    EXPECT_EQ(on(out, "LED"), "2005-10-31");
    EXPECT_EQ(on(out, "SED"), "2006-05-01");
    term.custodial = {.years = 4};
    out = worked(facts({term}));
    EXPECT_EQ(on(out, "PED"), "2003-05-02");
    EXPECT_EQ(on(out, "CRD"), "2003-12-31");
    term.custodial = {.months = 6};
    EXPECT_EQ(on(worked(facts({term})), "CRD"), "2001-08-01");
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

// Issue 4: a lawyer can find every provision used, by the tables and the provisions of the rule.
TEST(Laws, ThatAnyStepNamesAreAmongThoseThatAreShown) {
    std::vector<std::string> shown;
    for (const auto& each : provisions_used()) shown.push_back(each.cite);
    for (const auto& [name, toml] : law_text::all_texts)
        for (const auto& period : law::table_of({name, toml}).entries)
            shown.push_back(period.source.cite);
    auto recalled = four_years();
    recalled.releases.push_back({date("2008-02-15"), "Conditional"});
    recalled.recalls.push_back({date("2008-05-01"), date("2008-05-06")});
    auto extended = sentence("EPP", "2006-06-02", {.years = 7});
    extended.custodial = {.years = 4};
    for (const auto& given : {four_years(),
                              recalled,
                              facts({extended}),
                              facts({sentence("IMP_4Y91", "2001-05-02", {.years = 6})}),
                              facts({sentence("IMP_LT12", "2006-04-03", {.months = 6})}),
                              facts({sentence("DTO", "2006-04-03", {.months = 12})}),
                              facts({sentence("DEFAULT", "2006-04-03", {.days = 28})})}) {
        const auto out = worked(given);
        ASSERT_TRUE(out.calculable) << given.sentences[0].disposal;
        // Curfew is the rule of another area, which shows its own law.
        for (const auto& each : out.dates)
            for (const auto& step : each.because) {
                if (each.type == "HDCED") continue;
                EXPECT_TRUE(step.source.cite.empty() ||
                            std::ranges::find(shown, step.source.cite) != shown.end())
                    << each.type << ": " << step.source.cite;
            }
    }
}

TEST(Laws, AreRefusedWhenNobodyKnowsThem) {
    EXPECT_FALSE(release_dates_of({four_years(), "no-such-law"}));
    EXPECT_TRUE(release_dates_of({four_years(), std::nullopt})->calculable);
}

}  // namespace
}  // namespace noms::release_dates
