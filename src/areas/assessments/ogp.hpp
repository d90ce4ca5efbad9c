#pragma once

#include "areas/assessments/points.hpp"

/// The OASys General Predictor, in use from 2009.
namespace noms::assessments {

/// Answers as OASys scores them, 0 to 2; `ogrs3_two_year_percent` is the whole per cent.
struct OgpFacts {
    std::optional<int> ogrs3_two_year_percent{};
    std::optional<bool> no_fixed_abode{};                 // 3.3
    std::optional<bool> unemployed{};                     // 4.2
    std::optional<int> activities_encourage_offending{};  // 7.2
    std::optional<int> current_drug_use{};                // section 8
    std::optional<int> drug_motivation{};                 // 8.8
    std::optional<int> problem_solving{};                 // 11.6
    std::optional<int> awareness_of_consequences{};       // 11.7
    std::optional<int> understands_views_of_others{};     // 11.9
    std::optional<int> pro_criminal_attitudes{};          // 12.1
};
DESCRIBE(OgpFacts,
         ogrs3_two_year_percent,
         no_fixed_abode,
         unemployed,
         activities_encourage_offending,
         current_drug_use,
         drug_motivation,
         problem_solving,
         awareness_of_consequences,
         understands_views_of_others,
         pro_criminal_attitudes)

/// How likely any non-violent reoffence is. Null where an answer is not known.
Result<Score> ogp(const OgpFacts&);

}  // namespace noms::assessments
