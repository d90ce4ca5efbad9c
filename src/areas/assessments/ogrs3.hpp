#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "areas/assessments/score.hpp"
#include "kit/base/result.hpp"

/// The Offender Group Reconviction Scale, third version (Howard, Francis, Soothill and Humphreys
/// 2009): how likely a proven reoffence is within one and two years of release or of an order.
/// It stands in for OGRS2, whose terms were never published, and every score says so.
namespace noms::assessments {

inline constexpr std::string_view ogrs3_name = "OGRS3 (2008 parameters)";

/// A row of data/ogrs3_group.csv: the one table of the twenty groups and their names.
struct OffenceGroup {
    std::string code{};             // "BURGLARY_DOM"
    std::string calculator_name{};  // "burglary_dwelling"
    std::string name{};             // "Burglary of a dwelling"
    double full = 0;
    double four_places = 0;
    std::string source{};
    std::string certainty{};
};
DESCRIBE(OffenceGroup, code, calculator_name, name, full, four_places, source, certainty)
const std::vector<OffenceGroup>& offence_groups();
/// The group of that code or name; null when there is none.
const OffenceGroup* offence_group(std::string_view code_or_name);

/// Which published table the terms are of: the calculator whose cases reproduce, or the later one
/// that was rounded to four places.
enum class Terms { Full, FourPlaces };
DESCRIBE_ENUM(Terms, Full, FourPlaces)

/// One case with everything known. Ages are whole years.
struct Ogrs3Case {
    Sex sex = Sex::M;
    int age_at_conviction = 0;
    int age_at_follow_up_start = 0;
    int age_at_first_sanction = 0;
    int previous_sanctions = 0;
    const OffenceGroup* offence_group = nullptr;
};

/// Every field that has no score: an age under 10 or over 120, a first sanction after this one.
std::vector<FieldError> faults_of(const Ogrs3Case&);

struct Probabilities {
    double one_year = 0;
    double two_year = 0;
};
/// The two probabilities of a case without faults.
Probabilities ogrs3_score(const Ogrs3Case&, Terms);

/// The facts, each of which may be unknown. `offence_group` is a code of data/ogrs3_group.csv;
/// without `terms`, the full ones.
struct Ogrs3Facts {
    std::optional<Sex> sex{};
    std::optional<int> age_at_conviction{};
    std::optional<int> age_at_follow_up_start{};  // at the sentence, or at the release
    std::optional<int> age_at_first_sanction{};
    std::optional<int> previous_sanctions{};  // occasions before this one
    std::optional<std::string> offence_group{};
    std::optional<Terms> terms{};
};
DESCRIBE(Ogrs3Facts,
         sex,
         age_at_conviction,
         age_at_follow_up_start,
         age_at_first_sanction,
         previous_sanctions,
         offence_group,
         terms)

/// The score, null where a fact is not known. Refused, every field named, when a fact is out of
/// range.
Result<Score> ogrs3(const Ogrs3Facts&);

}  // namespace noms::assessments
