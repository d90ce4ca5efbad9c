#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/assessments/facts.hpp"
#include "areas/assessments/scoring.hpp"
#include "areas/assessments/tier_a_to_g.hpp"

/// The tier of somebody on a day, by the scheme in force then. It advises; a named person may set
/// another, and both are shown. Pure.
namespace noms::assessments {

/// A row of data/tier_scheme.csv: in force until the next one's day.
struct TierScheme {
    std::string scheme{};  // the rule set: "tier-1-to-4"
    std::string name{};
    Date from_day{};
    std::string source{};
    std::string certainty{};
};
DESCRIBE(TierScheme, scheme, name, from_day, source, certainty)
/// Null before the first.
const TierScheme* tier_scheme_on(Date day);

/// A requirement of a sentence that runs, by its code in the catalogue ("REQ_SUP").
struct RunningRequirement {
    std::string kind{};
    bool reduces_reoffending = false;
};
struct RunningSentence {
    bool custodial = false;
    bool for_life = false;  // or for public protection
    Date imposed_on{};
    std::vector<RunningRequirement> requirements{};
};
/// What a tier asks of the record beside the assessment.
struct TierRecord {
    std::optional<Sex> sex{};
    std::optional<bool> in_community{};  // not known where no movement is recorded
    std::vector<RunningSentence> sentences{};
};

/// The tier by the rules and as it holds. `tier` is empty where a fact that is not known could
/// change it; `could_be` then says what it may be.
struct TierNow {
    std::string scheme{};
    std::string scheme_name{};
    std::string certainty{};  // of the scheme's own figures and dates
    std::string tier{};
    std::string approach{};  // "Change"
    std::vector<std::string> could_be{};
    std::vector<std::string> not_known{};
    std::vector<WhatWouldChange> what_would_change{};
    std::vector<law::Ground> because{};
    std::optional<TierOverride> set_instead{};

    /// The tier that holds: the one set by a person, or the computed one; empty: nobody can say.
    const std::string& holds() const { return set_instead ? set_instead->tier : tier; }
};
DESCRIBE(TierNow,
         scheme,
         scheme_name,
         certainty,
         tier,
         approach,
         could_be,
         not_known,
         what_would_change,
         because,
         set_instead)

/// By the current assessment's answers (null: there is none) and the record. A day before the first
/// scheme has none.
TierNow tier_on(Date day,
                const TierRecord&,
                const Assessment* assessment,
                const Answers& answers,
                const std::vector<TierOverride>& overrides);

/// The tiers that somebody may set under a scheme.
std::vector<std::string> tiers_in(std::string_view scheme);

}  // namespace noms::assessments
