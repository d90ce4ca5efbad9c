#include "areas/assessments/tier_a_to_g.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace noms::assessments {
namespace {

const Date summer_2026 = parse_date("2026-06-01").value();

/// Supervised, everything known and low: G.
TierAToGFacts lowest() {
    return {.day = summer_2026,
            .supervised = true,
            .all_reoffending = 5,
            .serious_reoffending = 0.1,
            .rosh = Rosh::Low,
            .mappa_category = 0};
}

TierAToGRuling given(const std::function<void(TierAToGFacts&)>& change) {
    auto facts = lowest();
    change(facts);
    return tier_a_to_g(facts).value();
}

TEST(TierAToG, ReadsTheGridOfPredictors) {
    // case-management.md 2.2.3: rows by serious reoffending, columns by all reoffending.
    const std::vector<std::pair<double, std::string>> grid{
        {6.9, "AABBBB"}, {3.0, "ABCCCC"}, {1.0, "BCDEEE"}, {0.5, "CDEEFF"}, {0.49, "DDEFFG"}};
    const std::vector<double> columns{90, 75, 50, 25, 15, 14.99};
    for (const auto& [serious, tiers] : grid)
        for (size_t i = 0; i < columns.size(); ++i) {
            auto ruling = given([&](auto& f) {
                f.serious_reoffending = serious;
                f.all_reoffending = columns[i];
            });
            EXPECT_EQ(ruling.tier, tiers.substr(i, 1)) << serious << " " << columns[i];
        }
}

TEST(TierAToG, RaisesByTheContactSexualPredictor) {
    struct Case {
        double score = 0;
        Band band = Band::Low;
        const char* tier = nullptr;
    };
    for (const auto& [score, band, tier] : {Case{5, Band::VeryHigh, "A"},
                                            {5, Band::High, "B"},
                                            {3.36, Band::Medium, "C"},
                                            {2.11, Band::Medium, "D"},
                                            {1.12, Band::Medium, "C"},
                                            {0.60, Band::Medium, "D"},
                                            {0.1, Band::Low, "E"},
                                            {0, Band::VeryHigh, "G"}}) {
        auto ruling = given([&](auto& f) {
            f.contact_sexual = score;
            f.contact_sexual_band = band;
        });
        EXPECT_EQ(ruling.tier, tier) << score;
    }
    auto facts = lowest();
    facts.contact_sexual = 0.59;
    facts.contact_sexual_band = Band::Medium;
    EXPECT_EQ(tier_a_to_g(facts).error().fields[0].field, "contact_sexual");
}

TEST(TierAToG, RaisesByRiskOfSeriousHarmAndMappa) {
    using Rise = std::pair<std::optional<Rosh>, std::pair<const char*, const char*>>;
    for (const auto& [rosh, tiers] : {Rise{Rosh::VeryHigh, {"A", "C"}},
                                      {Rosh::High, {"C", "D"}},
                                      {Rosh::Medium, {"D", "G"}},
                                      {Rosh::Low, {"E", "G"}},
                                      {std::nullopt, {"E", "G"}}}) {
        EXPECT_EQ(given([&](auto& f) { f.rosh = rosh, f.mappa_category = 1; }).tier, tiers.first);
        EXPECT_EQ(given([&](auto& f) { f.rosh = rosh; }).tier, tiers.second);
    }
}

TEST(TierAToG, RaisesByAReleaseOnLifeLicence) {
    for (auto [released, tier] : {std::pair{"2025-06-01", "B"},
                                  {"2025-05-31", "D"},
                                  {"2021-06-01", "D"},
                                  {"2021-05-31", "E"},
                                  {"2026-06-02", "G"}}) {
        auto ruling = given([&](auto& f) {
            f.life_or_ipp = true;
            f.released_on = parse_date(released);
        });
        EXPECT_EQ(ruling.tier, tier) << released;
    }
    EXPECT_EQ(given([](auto& f) { f.life_or_ipp = true; }).tier, "G");
}

TEST(TierAToG, RaisesByRegistrations) {
    EXPECT_EQ(given([](auto& f) { f.domestic_abuse = true; }).tier, "E");
    EXPECT_EQ(given([](auto& f) { f.stalking = true; }).tier, "F");
    EXPECT_EQ(given([](auto& f) { f.child_protection = true; }).tier, "F");
    EXPECT_EQ(given([](auto& f) { f.stalking = f.ever_sexual_offence = true; }).tier, "E");
}

TEST(TierAToG, IsNoneWhereNobodyIsSupervisedOrAPredictorIsMissing) {
    auto free = given([](auto& f) { f.supervised = false; });
    EXPECT_EQ(free.state, TierState::NotSupervised);
    EXPECT_FALSE(free.tier || free.provisional);
    auto missing = given([](auto& f) { f.serious_reoffending.reset(); });
    EXPECT_EQ(missing.state, TierState::Missing);
    EXPECT_FALSE(missing.tier);
}

TEST(TierAToG, IsProvisionalWhileDynamicPredictorsCouldRaiseIt) {
    EXPECT_EQ(given([](auto&) {}).provisional, false);
    auto both = [](auto& f) { f.all_reoffending_static = f.serious_reoffending_static = true; };
    EXPECT_EQ(given(both).provisional, true);
    EXPECT_EQ(
        given([&](auto& f) { both(f), f.rosh = Rosh::VeryHigh, f.mappa_category = 1; }).provisional,
        false);
    // With the serious predictor below 0.5 the other could give D at most: another D settles it.
    auto one = [](auto& f) { f.all_reoffending_static = true; };
    EXPECT_EQ(given(one).provisional, true);
    EXPECT_EQ(given([&](auto& f) { one(f), f.rosh = Rosh::High; }).provisional, false);
    // With all reoffending below 15 the serious predictor could give B at most.
    auto other = [](auto& f) { f.serious_reoffending_static = true; };
    EXPECT_EQ(given([&](auto& f) { other(f), f.rosh = Rosh::VeryHigh; }).provisional, true);
    EXPECT_EQ(given([&](auto& f) {
                  other(f), f.contact_sexual = 5, f.contact_sexual_band = Band::High;
              }).provisional,
              false);
}

TEST(TierAToG, IsProvisionalWhileTheRiskOfSeriousHarmCouldRaiseIt) {
    auto unknown = [](auto& f) { f.rosh.reset(); };
    EXPECT_EQ(given(unknown).provisional, true);
    EXPECT_EQ(given([&](auto& f) {
                  unknown(f), f.serious_reoffending = 3, f.all_reoffending = 50;
              }).provisional,
              false);  // C already, and C at most without MAPPA
    EXPECT_EQ(given([&](auto& f) {
                  unknown(f), f.serious_reoffending = 3, f.all_reoffending = 50,
                              f.mappa_category = 2;
              }).provisional,
              true);
    EXPECT_EQ(given([&](auto& f) {
                  unknown(f), f.serious_reoffending = 6.9, f.all_reoffending = 90,
                              f.mappa_category = 2;
              }).provisional,
              false);
}

TEST(TierAToG, SaysWhatWouldChangeIt) {
    auto changes = given([](auto&) {}).what_would_change;
    auto found = std::ranges::find(changes, "domestic_abuse", &WhatWouldChange::fact);
    ASSERT_NE(found, changes.end());
    EXPECT_EQ(found->tier, "E");
}

}  // namespace
}  // namespace noms::assessments
