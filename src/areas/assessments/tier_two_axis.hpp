#pragma once

#include "areas/assessments/oasys_needs.hpp"
#include "areas/assessments/score.hpp"
#include "areas/assessments/tier.hpp"

/// The two-axis tier in use from 2020: a letter for protection, a figure for change ("B2").
namespace noms::assessments {

/// A registration as probation codes it: "RHRH", "MAPP" with level "M2", "IIOM".
struct Registration {
    std::string type{};
    std::optional<std::string> level{};
    Date registered_on{};
};
DESCRIBE(Registration, type, level, registered_on)

/// The severity of a section's need; null: not known, which counts as none.
struct NeedSeverity {
    int section = 0;
    std::optional<Severity> severity{};
};
DESCRIBE(NeedSeverity, section, severity)
/// What the tier asks of an assessment. The three answers are asked of women only.
struct TierAssessment {
    std::vector<NeedSeverity> needs{};
    std::optional<bool> parenting_responsibility{};  // 6.9
    std::optional<int> impulsivity{};                // 11.2
    std::optional<int> temper_control{};             // 11.4
};
DESCRIBE(TierAssessment, needs, parenting_responsibility, impulsivity, temper_control)

/// A requirement by its main category ("W" unpaid work).
struct TierRequirement {
    std::string main_category{};
    bool restrictive = false;
};
DESCRIBE(TierRequirement, main_category, restrictive)
struct TierConviction {
    std::string sentence_type{};  // "SC", "NC": custodial
    std::optional<Date> terminated_on{};
    std::vector<TierRequirement> requirements{};
    std::vector<std::string> enforcement{};  // codes of breach and recall: "BRE05"
};
DESCRIBE(TierConviction, sentence_type, terminated_on, requirements, enforcement)

/// Scores are per cents with their decimals; null: not known, which the scheme counts as nought.
struct TierTwoAxisFacts {
    Date day{};
    Sex sex = Sex::M;
    std::optional<double> rsr{};
    std::optional<int> ogrs_two_year_percent{};
    std::vector<Registration> registrations{};
    std::optional<TierAssessment> assessment{};
    std::vector<TierConviction> convictions{};
};
DESCRIBE(
    TierTwoAxisFacts, day, sex, rsr, ogrs_two_year_percent, registrations, assessment, convictions)

/// `tier` is "B2", or "B2S" when unsupervised after two thirds.
struct TierTwoAxisRuling {
    std::string tier{};
    std::string protect_level{};
    int protect_points = 0;
    int change_level = 0;
    int change_points = 0;
    std::vector<std::string> not_known{};  // and counted as nought, as the scheme has it
    std::vector<WhatWouldChange> what_would_change{};
    std::vector<law::Ground> because{};
};
DESCRIBE(TierTwoAxisRuling,
         tier,
         protect_level,
         protect_points,
         change_level,
         change_points,
         not_known,
         what_would_change,
         because)

/// hmpps-tier @affac98a, recomputed: 108 of its 116 published scenarios [T].
Result<TierTwoAxisRuling> tier_two_axis(const TierTwoAxisFacts&);

}  // namespace noms::assessments
