#pragma once

#include <optional>
#include <vector>

#include "areas/management/management.hpp"

/// The area's rows. No decisions.
namespace noms::management::store {

/// Every office that the account held, the newest first.
std::vector<Officer> offices_of(db::Connection&, record::AccountId);
/// Who is on duty for each of these areas and regions on `day`.
std::vector<Duty> duties_on(db::Connection&, Numbers areas, Date day);
/// Every duty of the area, the newest first.
std::vector<Duty> duties_of(db::Connection&, BodyId area);
/// Every supervisor and key worker of the offender, the newest first.
std::vector<Support> support_of(db::Connection&, offenders::OffenderId);
std::optional<Objective> objective(db::Connection&, Id<Objective>);

}  // namespace noms::management::store
