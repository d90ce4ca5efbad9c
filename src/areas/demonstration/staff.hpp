#pragma once

#include "areas/demonstration/demonstration.hpp"
#include "areas/demonstration/world.hpp"
#include "kit/record/bulk.hpp"

/// Who works in the demonstration, and who can sign in.
namespace noms::demonstration {

/// The day on which everybody takes office: after the National Probation Service began.
inline constexpr Date in_office_from{
    std::chrono::year(2001), std::chrono::April, std::chrono::day(2)};

/// Accounts with a password that everybody knows, one a role. The first two belong to the first
/// area and the first prison of the focus.
Result<std::vector<SignIn>> add_sign_ins(record::Changes&, db::Connection&, World&);

/// As many offender managers in each area as `cases` ask for, a head for each region, who is on
/// duty, and offender supervisors in every prison. They have no password: nobody signs in as them.
void add_staff(record::Bulk&, Dice&, World&, int cases);

}  // namespace noms::demonstration
