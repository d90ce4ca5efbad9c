// Rules that no public vector guards (rule book, 12 and 19), each with its reason.
#include "areas/release_dates/engine/calculation.hpp"

#include <gtest/gtest.h>

#include "areas/release_dates/engine/testing.hpp"

namespace noms::release_dates {
namespace {

using namespace testing;
using enum DateType;

const Sentence& only_sentence(const Calculation& done) {
    return done.groups.front().sentences.front();
}

// -- supervision (7.1) ----------------------------------------------------------------------------

// Half of 60 days is 30: the thirtieth day after 1 June 2021 is 1 July.
TEST(Supervision, NeedsSomebodyOver18AtHalfOfTheSentence) {
    auto facts = booking({standard("2021-06-01", {.days = 60})}, "2003-07-01");
    // An absence moves release past the birthday; half of the sentence stays where it is.
    facts.adjustments = {absence("2021-06-10", "2021-06-20")};
    EXPECT_EQ(date(facts, TUSED), "");
    facts.born = day("2003-06-30");
    EXPECT_EQ(date(facts, TUSED), "2022-07-11");
}

// Criminal Justice Act 2003, s. 256AA: a sentence of less than two years. At two thirds, fewer
// than 365 days are left, so that only the length speaks.
TEST(Supervision, NeedsASentenceOfLessThanTwoYears) {
    auto two_years = standard("2021-06-15", {.years = 2});
    two_years.is_sds_plus = true;
    EXPECT_EQ(date(booking({two_years}), TUSED), "");
    auto shorter = two_years;
    shorter.custody = {.days = 729};
    EXPECT_NE(date(booking({shorter}), TUSED), "");
}

// -- licence and expiry (6.3, 7.4) ----------------------------------------------------------------

// 2 years for an offence of 2004 passed in 2006: 731 days, half 366, three quarters 549. 400 days
// on remand are 34 more than had to be served; the licence does not end earlier for these.
TEST(Licence, UnderTheActOf1991IsNotCutByDeductionsBeyondRelease) {
    auto part = standard("2006-06-15", {.years = 2});
    part.offence_on = day("2004-01-01");
    auto facts = booking({part});
    facts.adjustments = {adjustment(AdjustmentType::Remand, "2006-06-15", 400)};
    const auto done = calculated(facts);
    EXPECT_EQ(only_sentence(done).found.licence_expiry, day("2006-06-15") + 549 + 34 - 400 - 1);
    EXPECT_EQ(only_sentence(done).expiry(), day("2006-06-15") + 731 - 400 - 1);
}

TEST(Expiry, NeverComesBeforeTheDayOfSentence) {
    auto facts = booking({standard("2021-06-15", {.days = 60})});
    facts.adjustments = {adjustment(AdjustmentType::Remand, "2021-06-15", 100)};
    EXPECT_EQ(only_sentence(calculated(facts)).expiry(), day("2021-06-15"));
    EXPECT_EQ(only_sentence(calculated(facts)).release(), day("2021-06-15"));
    EXPECT_EQ(calculated(facts).error, "RELEASE_DATE_BEFORE_SENTENCE_DATE");
}

// -- curfew (7.6) ---------------------------------------------------------------------------------

// At 360 days both ways of counting meet: there is no jump, and each day of custody more never
// brings curfew forward.
TEST(Curfew, HasNoJumpWhereTheTwoWaysOfCountingMeet) {
    const Day start = day("2015-03-02");
    const std::pair<int, int> table[] = {{718, 180}, {720, 180}, {722, 181}, {724, 182}};
    for (const auto& [days, served] : table)
        EXPECT_EQ(date(booking({standard("2015-03-02", {.days = days})}), HDCED),
                  to_text(Date(start + served)))
            << days;
}

// From 3 June 2025 the two ways meet at 730 days: half of it, or all but 365.
TEST(Curfew, HasNoJumpWhereTheTwoWaysMeetAfterTheLawOf2025) {
    const Day start = day("2026-01-05");
    const std::pair<int, int> table[] = {{1458, 365}, {1460, 365}, {1462, 366}};
    for (const auto& [days, served] : table)
        EXPECT_EQ(date(booking({standard("2026-01-05", {.days = days})}), HDCED),
                  to_text(Date(start + served)))
            << days;
}

TEST(Curfew, IsNeverWithin14DaysOfTheSentence) {
    auto facts = booking({standard("2015-03-02", {.days = 200})});
    for (const auto& [remand, served] : {std::pair(35, 15), std::pair(36, 14), std::pair(37, 14)}) {
        facts.adjustments = {adjustment(AdjustmentType::Remand, "2015-03-02", remand)};
        EXPECT_EQ(date(facts, HDCED), to_text(Date(day("2015-03-02") + served))) << remand;
    }
}

// -- recalls (3.5, 9.8) ---------------------------------------------------------------------------

Part recalled(Part part, RecallType type, std::string_view returned_on) {
    part.recall =
        Recall{.type = type, .revoked_on = day(returned_on) - 1, .returned_on = day(returned_on)};
    return part;
}

// Released at half they would be 17; released after the recall, at the end, they are 18.
TEST(Recall, AsksForTheAgeOnTheDayOfReleaseAfterIt) {
    const auto short_one = standard("2021-06-15", {.months = 10});
    const auto born = "2004-01-01";
    EXPECT_EQ(date(booking({short_one}, born), SED), "2022-04-14");
    const auto again =
        calculated(booking({recalled(short_one, RecallType::Standard, "2021-12-01")}, born));
    EXPECT_EQ(date(again, SLED), "2022-04-14");
    EXPECT_EQ(date(again, SED), "");
}

// 12 months to 3 January 2022 and 8 months to 31 July, both recalled for 28 days: fewer than 14
// days of the long one are left on return, so that its end stands.
TEST(Recall, OfAShortSentenceEndsWithALongOneThatHasFewerThan14DaysLeft) {
    auto returned = [](std::string_view on) {
        auto facts =
            booking({recalled(standard("2021-01-04", {.months = 12}), RecallType::FixedTerm28, on),
                     recalled(standard("2021-12-01", {.months = 8}), RecallType::FixedTerm28, on)});
        facts.returned_on = day(on);
        return date(facts, PRRD);
    };
    EXPECT_EQ(returned("2021-12-21"), "2022-01-03") << "13 days";
    EXPECT_EQ(returned("2021-12-20"), "2022-01-16") << "14 days: 28 from the return";
}

// -- parole (9.7) ---------------------------------------------------------------------------------

// A standard sentence of 8 years is released on the same day as 4 years of extended custody:
// the Parole Board could not release earlier.
TEST(Parole, IsNotGivenWhenAnotherSentenceIsReleasedNoEarlier) {
    const auto long_one = standard("2020-01-02", {.years = 8});
    const auto other = extended("2020-01-02", {.years = 4}, {.years = 2});
    EXPECT_EQ(date(booking({other, long_one}), PED), "");
    EXPECT_EQ(date(booking({long_one, other}), PED), "");
    const auto shorter = standard("2020-01-02", {.years = 1});
    EXPECT_EQ(date(booking({other, shorter}), PED), "2022-09-01");
}

TEST(Parole, NeverComesBeforeTheFirstSentence) {
    auto facts = booking({extended("2020-01-02", {.days = 300}, {.years = 2}),
                          standard("2020-01-02", {.days = 10})});
    facts.adjustments = {adjustment(AdjustmentType::Remand, "2020-01-02", 250)};
    EXPECT_EQ(date(facts, PED), "2020-01-02");
}

// -- single term (4.3) ----------------------------------------------------------------------------

Part of_the_1991_act(std::string_view sentenced_on, const Term& term) {
    auto part = standard(sentenced_on, term);
    part.offence_on = day("2004-01-01");
    return part;
}

// As the service does it: only the first two set the span (docs/law-questions.md).
TEST(SingleTerm, OfThreeSentencesSpansTheFirstTwo) {
    const auto first = of_the_1991_act("2006-01-10", {.months = 12});
    const auto second = of_the_1991_act("2006-03-10", {.months = 12});
    const auto third = of_the_1991_act("2006-05-10", {.months = 12});
    const auto done = calculated(booking({first, second, third}));
    ASSERT_EQ(done.groups.size(), 1u);
    EXPECT_EQ(only_sentence(done).form, Form::SingleTerm);
    EXPECT_EQ(only_sentence(done).span, day("2007-03-09") - day("2006-01-10") + 1);
}

// -- detention and training (9.5) -----------------------------------------------------------------

// Before 28 June 2022 the court took remand into account itself; tagged bail does not move the
// middle of the order either when another sentence gives a conditional release.
TEST(DetentionAndTraining, KeepsItsMiddleBesideAConditionalRelease) {
    const auto order = of_type(SentenceType::DetentionAndTraining, "2021-06-15", {.months = 12});
    auto facts = booking({order, standard("2021-06-15", {.years = 2})});
    facts.adjustments = {adjustment(AdjustmentType::TaggedBail, "2021-06-15", 20)};
    EXPECT_EQ(date(facts, MTD), to_text(Date(day("2021-06-15") + 183 - 1)));
    auto later = facts;
    for (auto& part : later.parts) part.sentenced_on = day("2022-07-15");
    later.adjustments = {adjustment(AdjustmentType::TaggedBail, "2022-07-15", 20)};
    EXPECT_EQ(date(later, MTD), to_text(Date(day("2022-07-15") + 183 - 1 - 20)));
}

// -- absence and awards (6.6, 6.7) ----------------------------------------------------------------

TEST(Absence, AndAnAwardOnOneDayBothCount) {
    auto facts = booking({standard("2021-06-15", {.years = 2})});
    const auto plain = calculated(facts).booking.dates[CRD];
    facts.adjustments = {absence("2021-08-01", "2021-08-10"),
                         adjustment(AdjustmentType::AdditionalDaysAwarded, "2021-08-01", 5)};
    EXPECT_EQ(calculated(facts).booking.dates[CRD], *plain + 15);
}

// As the service does it: once for each of the two events.
TEST(Award, AndRestorationOutOfCustodyCountTwiceTowardsTheNextSentence) {
    auto facts = booking({standard("2021-06-15", {.years = 2})});
    facts.adjustments = {adjustment(AdjustmentType::AdditionalDaysAwarded, "2021-06-01", 5)};
    EXPECT_EQ(only_sentence(calculated(facts)).ledger.awarded, 5);
    facts.adjustments.push_back(
        adjustment(AdjustmentType::AdditionalDaysRestored, "2021-06-01", 2));
    EXPECT_EQ(only_sentence(calculated(facts)).ledger.awarded, 6);
}

// -- early removal (7.5) --------------------------------------------------------------------------

// Four years hold one leap day, so that years and 1,461 days agree.
TEST(EarlyRemoval, OpensFourYearsBeforeRelease) {
    auto facts = booking({standard("2026-01-05", {.years = 20})});
    facts.switches.early_removal = true;
    const auto done = calculated(facts);
    EXPECT_EQ(*done.booking.dates[CRD] - *done.booking.dates[ERSED], 1461);
}

// -- conditional release of several (9.3) ---------------------------------------------------------

// 6 months with licence beside 8 months without, passed together: the longer one has no licence,
// yet the release is conditional while the licence of the other runs.
TEST(Release, IsConditionalWhileTheLicenceOfAShorterSentenceRuns) {
    auto with = standard("2015-03-02", {.months = 8});
    with.offence_on = day("2015-02-10");
    auto without = standard("2015-03-02", {.months = 10});
    without.offence_on = day("2014-12-01");
    const auto done = calculated(booking({with, without}));
    EXPECT_EQ(date(done, CRD), to_text(Date(day("2015-03-02") + 153 - 1)));
    EXPECT_EQ(date(done, ARD), "");
    EXPECT_EQ(date(done, SED), "2016-01-01");
    EXPECT_EQ(date(done, LED), "2015-11-01");
}

}  // namespace
}  // namespace noms::release_dates
