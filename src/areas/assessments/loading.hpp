#pragma once

#include <map>
#include <span>
#include <vector>

#include "areas/assessments/prefilling.hpp"
#include "areas/assessments/tiering.hpp"
#include "areas/movements/movements.hpp"
#include "areas/sentences/sentences.hpp"

/// What assessments and tiers ask of the record, from the faces of the areas below.
namespace noms::assessments {

/// For the prefilled answers.
RecordFacts record_facts(db::Connection&, const offenders::Offender&, Date day);
/// As the predictors want it; nothing where it is not known.
std::optional<Sex> sex_of(const offenders::Offender&);

/// The rows that a tier is computed from, all of one offender or of many.
struct TierRows {
    std::vector<sentences::Sentence> sentences{};
    std::vector<sentences::Required> required{};
    std::vector<movements::Movement> places{};
};
TierRows tier_rows(db::Connection&, std::span<const std::int64_t> offenders, Date day);
/// What they say of one offender on `day`.
TierRecord tier_record(const TierRows&, const offenders::Offender&, Date day);

}  // namespace noms::assessments
