#pragma once

#include <optional>
#include <span>
#include <vector>

#include "areas/cover/facts.hpp"

/// The area's rows. No decisions.
namespace noms::cover::store {

using Numbers = std::span<const std::int64_t>;

/// Every absence of these officers, by officer, the newest first.
std::vector<Absence> absences_among(db::Connection&, Numbers accounts);
std::optional<Absence> absence(db::Connection&, AbsenceId);
/// Every cover of these absences, by offender.
std::vector<CaseCover> covers_of(db::Connection&, Numbers absences);
/// Every cover of one offender's case, the newest first.
std::vector<CaseCover> covers_of_offender(db::Connection&, OffenderId);
/// What the account covers after that day or on it.
std::vector<CaseCover> covers_by(db::Connection&, AccountId, Date day);
/// All of them, so many at a time.
std::vector<CaseCover> covers_after(db::Connection&, Id<CaseCover> after, int limit);
/// Who was to stand in at these cases on that day.
std::vector<StandIn> standing_in_among(db::Connection&, Numbers offenders, Date day);
/// Where the account was to stand in on that day.
db::Asked<StandIn> standing_in_by(db::Connection&, AccountId, Date day, int limit);

}  // namespace noms::cover::store
