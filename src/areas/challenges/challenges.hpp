#pragma once

#include <optional>
#include <vector>

#include "areas/challenges/facts.hpp"
#include "areas/challenges/rules.hpp"
#include "areas/tasks/tasks.hpp"
#include "kit/db/database.hpp"
#include "kit/record/doctor.hpp"
#include "kit/web/api.hpp"

/// Somebody contests a score, a tier or a note about them, and is answered by a named person within
/// a time. What follows from an answer is done where the entry stands, by whoever may do so there.
namespace noms::challenges {

/// Everything that the offender contested, the newest first.
std::vector<Challenge> challenges_of(db::Connection&, offenders::OffenderId);

/// What must hold over a whole database.
std::vector<record::Check> checks();
/// This area's schema, numbers 220 to 229.
std::vector<db::Migration> migrations();
/// Adds this area's addresses.
void serve(web::Api&);

}  // namespace noms::challenges
