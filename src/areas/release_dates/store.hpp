#pragma once

#include <map>
#include <optional>
#include <span>
#include <vector>

#include "areas/release_dates/release_dates.hpp"

/// The area's rows. No decisions.
namespace noms::release_dates::store {

std::vector<AddedDays> added_days_among(db::Connection&, std::span<const std::int64_t> offenders);
/// The newest first.
std::vector<StoredCalculation> calculations_of(db::Connection&, OffenderId, int limit);
std::optional<StoredCalculation> calculation(db::Connection&, CalculationId);
/// The newest one in that state.
std::optional<StoredCalculation> last_calculation(db::Connection&, OffenderId, CalculationState);
/// Stored ones by key, after the given one: for walking through all of them.
std::vector<StoredCalculation> calculations_after(db::Connection&, CalculationId, int limit);
/// Their dates by calculation, each in the order of date_kinds().
std::map<CalculationId, std::vector<WorkedDate>> dates_among(
    db::Connection&, std::span<const std::int64_t> calculations);
/// The dates last stored, whatever was decided on them, by offender.
std::map<std::int64_t, std::vector<WorkedDate>> last_dates_among(
    db::Connection&, std::span<const std::int64_t> offenders);
/// The newest first.
std::vector<Challenge> challenges_of(db::Connection&, OffenderId);
std::optional<Challenge> challenge(db::Connection&, Id<Challenge>);

}  // namespace noms::release_dates::store
