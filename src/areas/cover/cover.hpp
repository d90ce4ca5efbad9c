#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "areas/cover/facts.hpp"
#include "kit/page/html.hpp"
#include "kit/record/doctor.hpp"
#include "kit/web/api.hpp"

/// Officers who are away, and who covers their cases meanwhile ("bulk reallocation, absence cover",
/// case-management.md, 1, row 50). The one named offender manager stays who it is.
namespace noms::cover {

/// What was given to the account to cover on a day, and may still be on its way; and how many of it
/// holds: `cases_max` and one more where it is more.
db::Asked<StandIn> given_to(db::Connection&, AccountId, Date day);
int covered_count(db::Connection&, std::vector<StandIn> given, Date day);
inline constexpr int cases_max = 400;

/// What must hold over a whole database.
std::vector<record::Check> checks();
/// This area's schema, numbers 190 to 194.
std::vector<db::Migration> migrations();
/// Adds this area's addresses, and tells workload, management and tasks who is away and covered.
void serve(web::Api&);

}  // namespace noms::cover
