// Changes of the release point and the checks that no public vector guards (rule book, 8, 10-12).
#include "areas/release_dates/engine/tranches.hpp"

#include <gtest/gtest.h>

#include "areas/release_dates/engine/checks.hpp"
#include "areas/release_dates/engine/testing.hpp"
#include "areas/release_dates/law.gen.hpp"

namespace noms::release_dates {
namespace {

using namespace testing;
using enum DateType;

constexpr auto base = "calculation-params";
constexpr auto progression = "sds-progression-model-october";

// -- SDS-40 (8.3) ---------------------------------------------------------------------------------

// Somebody who was released already is in no tranche, unless they are unlawfully at large.
TEST(Sds40, PassesOverThoseWhoAreOut) {
    auto facts = booking({standard("2023-06-15", {.years = 3})});
    EXPECT_EQ(calculated(facts, base).sds_40.tranche, 1);
    facts.movements = {out("2024-09-01", MovementReason::ConditionalRelease)};
    EXPECT_EQ(calculated(facts, base).sds_40.tranche, 0);
    facts.adjustments = {absence("2024-09-02", "2024-09-20")};
    facts.adjustments.front().applies_from = day("2024-09-01");
    EXPECT_EQ(calculated(facts, base).sds_40.tranche, 1);
    facts.adjustments = {absence("2024-09-11", "2024-09-20")};
    EXPECT_EQ(calculated(facts, base).sds_40.tranche, 0) << "at large only after the tranche's day";
}

TEST(Sds40, IsTriedAgainOnTheSecondTranche) {
    auto facts = booking({standard("2023-06-15", {.years = 3})});
    facts.movements = {out("2024-09-01", MovementReason::HomeDetentionCurfew),
                       {.on = day("2024-09-25"), .reason = MovementReason::CurfewRecall}};
    EXPECT_EQ(calculated(facts, base).sds_40.tranche, 0)
        << "released on curfew: the group was closed and the first tranche blocked";
}

TEST(Sds40, CountsWholeYears) {
    EXPECT_EQ(calculated(booking({standard("2024-01-02", {.years = 5})}), base).sds_40.tranche, 2);
    auto shorter = standard("2024-01-02", {.years = 4, .months = 11, .days = 29});
    EXPECT_EQ(calculated(booking({shorter}), base).sds_40.tranche, 1);
}

// -- the recall of 56 days (8.6) ------------------------------------------------------------------

Part recalled_56(std::string_view revoked_on, std::string_view returned_on) {
    auto part = standard("2023-06-15", {.years = 5});
    part.recall = Recall{.type = RecallType::FixedTerm56,
                         .revoked_on = day(revoked_on),
                         .returned_on = day(returned_on)};
    return part;
}

TEST(Recall56, PutsThoseInATrancheWhoWereBackBeforeIt) {
    EXPECT_EQ(
        calculated(booking({recalled_56("2026-03-01", "2026-03-05")}), base).recall_56.tranche, 2);
    // Recalled on the very day, or back only after it: no tranche holds them.
    EXPECT_EQ(
        calculated(booking({recalled_56("2026-03-31", "2026-03-31")}), base).recall_56.tranche, 0);
    EXPECT_EQ(
        calculated(booking({recalled_56("2026-03-30", "2026-04-02")}), base).recall_56.tranche, 0);
}

// The long one ended before the licence of the other was revoked: only the short one counts.
TEST(Recall56, LeavesOutSentencesThatEndedBeforeTheLatestRecall) {
    auto over = recalled_56("2025-12-01", "2025-12-05");
    over.sentenced_on = day("2021-02-01");
    over.offence_on = day("2020-02-01");
    auto short_one = recalled_56("2026-03-01", "2026-03-03");
    short_one.sentenced_on = day("2025-06-15");
    short_one.custody = {.months = 18};
    EXPECT_EQ(calculated(booking({over, short_one}), base).recall_56.tranche, 1);
    short_one.recall->revoked_on = day("2026-01-15");
    EXPECT_EQ(calculated(booking({over, short_one}), base).recall_56.tranche, 2);
}

// -- the progression model (8.3) ------------------------------------------------------------------

// Half of 4 years from 3 October 2024 is 731 days, to 3 October 2026. Two days of remand lead to
// the day the model commences, three to the day before.
TEST(Progression, ReachesThoseReleasedOnTheDayItCommences) {
    auto part = standard("2024-10-03", {.years = 4});
    part.exclusions.add(Exclusion::Sexual);
    auto facts = booking({part});
    facts.adjustments = {adjustment(AdjustmentType::Remand, "2024-10-03", 2)};
    ASSERT_EQ(date(facts, CRD, base), "2026-10-01");
    EXPECT_NE(calculated(facts, progression).progression.tranche, 0);
    facts.adjustments.front().days = 3;
    EXPECT_EQ(calculated(facts, progression).progression.tranche, 0);
}

// Release without the days awarded is due before the model commences. Days at large since then put
// it off, but bring nobody into reach of the model; days at large before it do.
TEST(Progression, IsNotReachedByBeingAtLargeAfterItCommenced) {
    auto part = standard("2024-10-03", {.years = 4});
    part.exclusions.add(Exclusion::Sexual);
    auto facts = booking({part});
    facts.adjustments = {adjustment(AdjustmentType::Remand, "2024-10-03", 8),
                         adjustment(AdjustmentType::AdditionalDaysAwarded, "2026-01-05", 20),
                         absence("2026-10-05", "2026-10-12")};
    EXPECT_EQ(calculated(facts, progression).progression.tranche, 0);
    facts.adjustments.back() = absence("2026-09-05", "2026-09-12");
    EXPECT_NE(calculated(facts, progression).progression.tranche, 0);
}

TEST(Progression, DoesNotCountSentencesPassedAfterItCommenced) {
    const auto before = standard("2026-01-05", {.months = 18});
    const auto after = standard("2026-10-05", {.years = 9});
    const auto alone = calculated(booking({before}), progression).progression.tranche;
    EXPECT_EQ(calculated(booking({before, after}), progression).progression.tranche, alone);
    EXPECT_EQ(calculated(booking({after}), progression).progression.tranche, 0);
}

TEST(Progression, FirstTrancheMayBeLeftToAPerson) {
    auto facts = booking({standard("2026-06-05", {.months = 12})});
    EXPECT_EQ(calculated(facts, progression).error, "");
    facts.switches.progression_tranche_one_by_hand = true;
    ASSERT_EQ(calculated(facts, progression).progression.tranche, 1);
    EXPECT_EQ(calculated(facts, progression).error, "PROGRESSION_TRANCHE_ONE_ALLOCATION");
}

// -- checks (11) ----------------------------------------------------------------------------------

TEST(Check, RefusesDaysAwardedAndRestoredAfterRelease) {
    auto facts = booking({standard("2015-03-02", {.months = 8})});
    facts.adjustments = {adjustment(AdjustmentType::AdditionalDaysAwarded, "2015-12-01", 5)};
    EXPECT_EQ(calculated(facts).error, "ADJUSTMENT_AFTER_RELEASE_ADA");
    facts.adjustments.push_back(
        adjustment(AdjustmentType::AdditionalDaysRestored, "2015-12-01", 5));
    EXPECT_EQ(calculated(facts).error,
              "ADJUSTMENT_AFTER_RELEASE_ADA|ADJUSTMENT_AFTER_RELEASE_RADA");
    facts.adjustments = {adjustment(AdjustmentType::AdditionalDaysAwarded, "2015-06-01", 5)};
    EXPECT_EQ(calculated(facts).error, "");
}

// A fine alone is a term and has no such check; a chain of fines counts as no term.
TEST(Check, TakesAChainOfTermsForASentence) {
    const auto fine = of_type(SentenceType::FineDefault, "2021-06-15", {.months = 2});
    auto facts = booking({fine});
    facts.adjustments = {adjustment(AdjustmentType::AdditionalDaysAwarded, "2022-12-01", 5)};
    EXPECT_EQ(calculated(facts).error, "");
    facts.parts = chain(fine, fine);
    EXPECT_EQ(calculated(facts).error, "ADJUSTMENT_AFTER_RELEASE_ADA");
}

TEST(Check, SendsThoseOutOnCurfewToAPersonWhenCurfewIsRepealed) {
    auto facts = booking({standard("2024-12-02", {.months = 24})});
    facts.switches.curfew_repealed = true;
    facts.movements = {out("2025-04-01", MovementReason::HomeDetentionCurfew)};
    ASSERT_TRUE(calculated(facts, base).booking.dates.has(HDCED));
    EXPECT_EQ(calculated(facts, base).error, "HDCED_REPEAL");
    facts.movements.push_back({.on = day("2025-04-01"), .reason = MovementReason::CurfewRecall});
    EXPECT_EQ(calculated(facts, base).error, "");
}

TEST(Check, FindsRemandDuringASentence) {
    auto facts = booking({standard("2021-06-15", {.months = 8})});
    facts.adjustments = {adjustment(AdjustmentType::Remand, "2021-06-15", 10)};
    facts.adjustments.front().from = day("2021-06-05");
    facts.adjustments.front().to = day("2021-06-14");
    EXPECT_EQ(calculated(facts).error, "");
    facts.adjustments.front().to = day("2021-06-15");
    EXPECT_EQ(calculated(facts).error, "REMAND_OVERLAPS_WITH_SENTENCE");
}

std::vector<Part> recalled_chain(RecallType type, const Term& each) {
    auto part = standard("2021-06-15", each);
    part.recall = Recall{.type = type, .returned_on = day("2021-12-01")};
    return chain(part, part);
}

TEST(Check, ComparesTheLengthOfAFixedTermRecallWithTheSentence) {
    struct Row {
        RecallType type;
        int months;
        int days;
        const char* error;
    };
    const Row table[] = {
        {RecallType::FixedTerm14, 4, 14, ""},
        {RecallType::FixedTerm28, 8, 28, ""},
        {RecallType::FixedTerm14,
         8,
         14,
         "FTR_14_DAYS_AGGREGATE_GE_12_MONTHS|FTR_TYPE_14_DAYS_AGGREGATE_GE_12_MONTHS"},
        {RecallType::FixedTerm28,
         4,
         28,
         "FTR_28_DAYS_AGGREGATE_LT_12_MONTHS|FTR_TYPE_28_DAYS_AGGREGATE_LT_12_MONTHS"},
        {RecallType::FixedTerm28, 8, 14, "FTR_14_DAYS_AGGREGATE_GE_12_MONTHS"},
        {RecallType::FixedTerm14, 4, 28, "FTR_28_DAYS_AGGREGATE_LT_12_MONTHS"},
    };
    for (const auto& row : table) {
        auto facts = booking(recalled_chain(row.type, {.months = row.months}));
        facts.returned_on = day("2021-12-01");
        facts.fixed_term_recall =
            FixedTermRecallDetails{.returned_on = day("2021-12-01"), .days = row.days};
        EXPECT_EQ(calculated(facts).error, row.error) << row.months << " months, " << row.days;
    }
}

TEST(Check, NeedsTheReturnForAFixedTermRecall) {
    auto part = standard("2021-06-15", {.months = 16});
    part.recall = Recall{.type = RecallType::FixedTerm28};
    EXPECT_EQ(calculated(booking({part})).error, "NoValidReturnToCustodyDateException");
}

// -- law tables -----------------------------------------------------------------------------------

// The profile is made of tables alone: as if SDS-40 had never been made, 1/2 stays.
TEST(Profile, WithoutSds40KeepsHalf) {
    const auto facts = booking({standard("2025-01-06", {.days = 1000})});
    EXPECT_EQ(date(facts, CRD, "sds-50"), to_text(Date(day("2025-01-06") + 499)));
    EXPECT_EQ(date(facts, CRD, base), to_text(Date(day("2025-01-06") + 399)));
    EXPECT_EQ(law_of("no-such-profile"), nullptr);
}

// Rule book, 2.1: every day on which the law changed is in the tables.
TEST(LawCoverage, HasEveryCommencementOfTheRuleBook) {
    const auto& law = *law_of(service_profile);
    EXPECT_EQ(law.act_of_2003, day("2005-04-04"));
    EXPECT_EQ(law.act_of_2003_sentences, day("2012-12-03"));
    EXPECT_EQ(law.licence_under_12_months, day("2015-02-01"));
    EXPECT_EQ(law.fine_in_full_from, day("2015-06-01"));
    EXPECT_EQ(law.detention_and_training_remand, day("2022-06-28"));
    EXPECT_EQ(law.particular_concern_parole_from, day("2022-06-28"));
    EXPECT_EQ(law.early_removal_clock, day("2022-06-28"));
    EXPECT_EQ(law.sds_40.commences, day("2024-09-10"));
    EXPECT_EQ(law.further.commences, day("2024-12-16"));
    EXPECT_EQ(law.curfew_365_from, day("2025-06-03"));
    EXPECT_EQ(law.early_removal_30_from, day("2025-09-23"));
    EXPECT_EQ(law.recall_56_tranches.front().from, day("2026-03-31"));
    EXPECT_EQ(law.recall_56_tranches.size(), 6u);
    EXPECT_EQ(law.curfew_repeal, day("2026-09-02"));
    EXPECT_EQ(law.progression->commences, day("2026-10-01"));
    EXPECT_EQ(law.progression->tranches.size(), 10u);
}

}  // namespace
}  // namespace noms::release_dates
