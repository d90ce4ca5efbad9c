#pragma once

#include "areas/assessments/points.hpp"

/// The OASys Violence Predictor, in use from 2009.
namespace noms::assessments {

/// Sanctions count this one. Answers as OASys scores them, 0 to 2.
struct OvpFacts {
    std::optional<Sex> sex{};
    std::optional<int> age{};
    std::optional<int> violent_sanctions{};
    std::optional<int> non_violent_sanctions{};
    std::optional<bool> recognises_impact_on_others{};  // 2.6
    std::optional<bool> no_fixed_abode{};               // 3.3
    std::optional<bool> unemployed{};                   // 4.2
    std::optional<int> current_alcohol_use{};           // 9.1
    std::optional<int> binge_drinking{};                // 9.2
    std::optional<bool> psychiatric_treatment{};        // 10.6
    std::optional<int> temper_control{};                // 11.4
    std::optional<int> pro_criminal_attitudes{};        // 12.1
};
DESCRIBE(OvpFacts,
         sex,
         age,
         violent_sanctions,
         non_violent_sanctions,
         recognises_impact_on_others,
         no_fixed_abode,
         unemployed,
         current_alcohol_use,
         binge_drinking,
         psychiatric_treatment,
         temper_control,
         pro_criminal_attitudes)

/// How likely a violent reoffence is. Null where an answer is not known; refused under 18.
Result<Score> ovp(const OvpFacts&);

}  // namespace noms::assessments
