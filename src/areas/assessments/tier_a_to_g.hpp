#pragma once

#include "areas/assessments/score.hpp"
#include "areas/assessments/tier.hpp"

/// The single-axis tier of 2026, A to G, with its mark of being provisional.
namespace noms::assessments {

/// Predictors are per cents with their decimals. Null: not known.
struct TierAToGFacts {
    Date day{};
    bool supervised = false;                      // an event is active
    std::optional<double> all_reoffending{};      // ARP
    std::optional<double> serious_reoffending{};  // CSRP
    bool all_reoffending_static = false;          // scored without the dynamic answers
    bool serious_reoffending_static = false;
    std::optional<double> contact_sexual{};
    std::optional<Band> contact_sexual_band{};
    std::optional<Rosh> rosh{};
    std::optional<int> mappa_category{};  // 0: none
    bool life_or_ipp = false;
    std::optional<Date> released_on{};
    bool domestic_abuse = false;
    bool stalking = false;
    bool child_protection = false;
    bool ever_sexual_offence = false;
};
DESCRIBE(TierAToGFacts,
         day,
         supervised,
         all_reoffending,
         serious_reoffending,
         all_reoffending_static,
         serious_reoffending_static,
         contact_sexual,
         contact_sexual_band,
         rosh,
         mappa_category,
         life_or_ipp,
         released_on,
         domestic_abuse,
         stalking,
         child_protection,
         ever_sexual_offence)

/// Missing: a predictor is.
enum class TierState { Tiered, NotSupervised, Missing };
DESCRIBE_ENUM(TierState, Tiered, NotSupervised, Missing)

struct TierAToGRuling {
    TierState state = TierState::Missing;
    std::optional<std::string> tier{};
    std::optional<bool> provisional{};
    std::vector<WhatWouldChange> what_would_change{};
    std::vector<law::Ground> because{};
};
DESCRIBE(TierAToGRuling, state, tier, provisional, what_would_change, because)

/// The highest of five steps, G at least. Refused when a predictor is out of range, or a medium
/// contact sexual score is too low for its band. hmpps-tier @affac98a [S].
Result<TierAToGRuling> tier_a_to_g(const TierAToGFacts&);

}  // namespace noms::assessments
