#include "areas/management/rules_handover.hpp"
#include "kit/base/testing.hpp"

#include <gtest/gtest.h>

namespace noms::management {
namespace {

/// Determinate, from 1 January 2024.
HandoverFacts from_2024(const char* release) {
    return {.day = day("2024-01-10"),
            .sentence_start = day("2024-01-01"),
            .conditional_release = day(release)};
}

TEST(Handover, HasTheDatesOfTheWorkedExamples) {
    // case-management.md 2.4 [T].
    EXPECT_EQ(handover(from_2024("2024-11-01")).value().handover_on, std::nullopt);
    EXPECT_EQ(handover(from_2024("2024-11-02")).value().handover_on, day("2024-02-17"));
    EXPECT_EQ(handover(from_2024("2024-11-03")).value().handover_on, day("2024-02-18"));
    auto facts = from_2024("2026-01-01");
    facts.early_allocation = true;
    EXPECT_EQ(handover(facts).value().handover_on, day("2024-10-01"));
    facts = from_2024("2027-01-01");
    facts.parole_eligibility = day("2026-01-01");
    EXPECT_EQ(handover(facts).value().handover_on, day("2025-01-01"));
    HandoverFacts life{
        .day = day("2024-01-10"), .indeterminate = true, .tariff_expiry = day("2026-01-01")};
    EXPECT_EQ(handover(life).value().handover_on, day("2025-01-01"));
}

TEST(Handover, PassesOverDayByDay) {
    auto facts = from_2024("2024-11-02");
    facts.day = day("2024-02-16");
    EXPECT_EQ(handover(facts).value().responsible, CustodyLead::Prison);
    EXPECT_TRUE(handover(facts).value().upcoming);
    facts.day = day("2024-02-17");
    EXPECT_EQ(handover(facts).value().responsible, CustodyLead::Community);
    EXPECT_EQ(handover(from_2024("2024-11-01")).value().responsible, CustodyLead::Community);
}

TEST(Handover, BeginsWhenALiferReachesOpenConditionsUnderTheOpenRules) {
    HandoverFacts facts{
        .day = day("2024-01-10"), .indeterminate = true, .tariff_expiry = day("2026-01-01")};
    facts.arrived_in_mens_open_prison = day("2023-12-01");
    auto ruling = handover(facts).value();
    EXPECT_EQ(ruling.start_on, day("2023-12-01"));
    EXPECT_EQ(ruling.responsible, CustodyLead::PrisonWithCommunity);
    facts.arrived_in_mens_open_prison = day("2021-03-30");
    EXPECT_EQ(handover(facts).value().start_on, day("2025-01-01"));
    facts.arrived_in_prescoed = day("2020-10-19");
    EXPECT_EQ(handover(facts).value().start_on, day("2020-10-19"));
}

struct Responsibility {
    HandoverFacts facts{};
    int rule = 0;
    CustodyLead responsible = CustodyLead::Prison;
};

TEST(Responsibility, FollowsTheEightRulesInTheOrderInWhichTheyRun) {
    const HandoverFacts lifer{.day = day("2024-01-10"),
                              .indeterminate = true,
                              .mappa_level = 0,
                              .tariff_expiry = day("2020-01-01"),
                              .target_hearing = day("2025-01-10")};
    auto with = [](HandoverFacts facts, auto change) {
        change(facts);
        return facts;
    };
    const std::vector<Responsibility> table{
        {with(lifer, [](auto& f) { f.further_indeterminate_sentence = f.recalled = true; }),
         1,
         CustodyLead::Prison},
        {with(lifer, [](auto& f) { f.recalled = true; }), 2, CustodyLead::PrisonWithCommunity},
        {with(lifer, [](auto& f) { f.parole_outcome_release = false, f.mappa_level = 2; }),
         3,
         CustodyLead::Community},
        {with(lifer, [](auto& f) { f.parole_outcome_release = false; }),
         4,
         CustodyLead::PrisonWithCommunity},
        {with(lifer, [](auto& f) { f.recalled = true, f.mappa_level = 3; }),
         5,
         CustodyLead::Community},
        {with(lifer, [](auto& f) { f.recalled = true, f.target_hearing = day("2025-01-09"); }),
         5,
         CustodyLead::Community},
        {with(lifer, [](auto& f) { f.immigration = true; }), 6, CustodyLead::Community},
        {{.day = day("2024-01-10")}, 7, CustodyLead::Prison},
        {from_2024("2026-01-01"), 8, CustodyLead::Prison}};
    for (size_t i = 0; i < table.size(); ++i) {
        auto ruling = handover(table[i].facts).value();
        EXPECT_EQ(ruling.rule, table[i].rule) << "case " << i;
        EXPECT_EQ(ruling.responsible, table[i].responsible) << "case " << i;
        EXPECT_FALSE(ruling.because.empty());
    }
}

TEST(EarliestRelease, OfALiferIsTheNearestDayWhenNoneIsToCome) {
    HandoverFacts facts{.day = day("2024-01-10"), .indeterminate = true};
    facts.tariff_expiry = day("2020-01-01");
    facts.target_hearing = day("2023-01-01");
    EXPECT_EQ(handover(facts).value().earliest_release, day("2023-01-01"));
    facts.tariff_expiry = day("2024-02-01");
    EXPECT_EQ(handover(facts).value().earliest_release, day("2024-02-01"));
}

}  // namespace
}  // namespace noms::management
