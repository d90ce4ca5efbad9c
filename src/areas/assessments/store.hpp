#pragma once

#include <optional>
#include <span>
#include <vector>

#include "areas/assessments/answering.hpp"
#include "areas/assessments/facts.hpp"
#include "kit/db/database.hpp"

/// The area's rows. No decisions.
namespace noms::assessments::store {

using Numbers = std::span<const std::int64_t>;

std::optional<Assessment> assessment(db::Connection&, AssessmentId);
/// The offender's assessments, the newest first; with `before`, those begun before that one.
std::vector<Assessment> assessments_of(db::Connection&,
                                       offenders::OffenderId,
                                       std::optional<AssessmentId> before,
                                       int limit);
/// The newest signed by `day` of each of these offenders, with its answers but not its sections: in
/// one question.
std::vector<Whole> current_among(db::Connection&, Numbers offenders, Date day);
/// The same, asked for beside other things.
db::Asked<Whole> ask_current(db::Connection&, Numbers offenders, Date day);
/// The one that is open, or waits for a second signature.
std::optional<Assessment> unlocked_of(db::Connection&, offenders::OffenderId);
Whole whole(db::Connection&, const Assessment&);
/// The answers of these assessments, by assessment.
std::vector<GivenAnswer> answers_among(db::Connection&, Numbers assessments);
/// Every tier that was set for these offenders, the newest first.
std::vector<TierOverride> overrides_among(db::Connection&, Numbers offenders);
db::Asked<TierOverride> ask_overrides(db::Connection&, Numbers offenders);
/// All assessments in order, after the given one: for walking through all of them.
std::vector<Assessment> assessments_after(db::Connection&, AssessmentId, int limit);

}  // namespace noms::assessments::store
