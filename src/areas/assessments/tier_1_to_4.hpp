#pragma once

#include "areas/assessments/tier.hpp"

/// The tiers of the Offender Management Model (2006): 1 Punish, 2 Help, 3 Change, 4 Control, each
/// with what is in those before it.
namespace noms::assessments {

/// Null: not known. `mappa_level` 0: none.
struct Tier1To4Facts {
    std::optional<Rosh> rosh{};
    std::optional<bool> prolific_and_priority{};
    std::optional<int> mappa_level{};
    std::optional<bool> life_or_ipp_licence{};
    std::optional<int> linked_needs{};
    std::optional<bool> accredited_programme{};
    std::optional<bool> treatment_requirement{};  // drug rehabilitation, alcohol, mental health
    std::optional<bool> supervision_requirement{};
    std::optional<bool> rehabilitative_requirement{};
    std::optional<bool> single_punitive_requirement{};
    std::optional<int> reconviction_two_year_percent{};  // OGRS
    std::optional<int> oasys_total{};                    // 0 to 168
};
DESCRIBE(Tier1To4Facts,
         rosh,
         prolific_and_priority,
         mappa_level,
         life_or_ipp_licence,
         linked_needs,
         accredited_programme,
         treatment_requirement,
         supervision_requirement,
         rehabilitative_requirement,
         single_punitive_requirement,
         reconviction_two_year_percent,
         oasys_total)

/// `tier` is null when a fact that is not known could change it; then `could_be` holds the tiers it
/// may be, and the person is managed at the highest of them until it is known.
struct Tier1To4Ruling {
    std::optional<int> tier{};
    std::string approach{};
    std::vector<int> could_be{};
    std::vector<WhatWouldChange> what_would_change{};
    std::vector<law::Ground> because{};
};
DESCRIBE(Tier1To4Ruling, tier, approach, could_be, what_would_change, because)

/// The rules of data/tier_rule.csv in their order; the first that is met decides. PC 65/2005 names
/// the criteria, the figures are from memory or constructed: docs/law-questions.md.
Result<Tier1To4Ruling> tier_1_to_4(const Tier1To4Facts&);

}  // namespace noms::assessments
