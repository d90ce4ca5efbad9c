#pragma once

#include <vector>

#include "areas/workload/facts.hpp"
#include "areas/workload/loading.hpp"
#include "areas/workload/points.hpp"
#include "areas/workload/rules_candidates.hpp"
#include "areas/workload/rules_load.hpp"
#include "areas/workload/rules_reduction.hpp"
#include "kit/record/doctor.hpp"
#include "kit/web/api.hpp"

/// How much each offender manager carries and could carry, who could take a case and why, and many
/// cases given over at once.
namespace noms::workload {

/// The officer of the address: the actor's own, or one whose area lies within the scope.
Result<management::Officer> officer_seen(web::Context&);
/// The officers who can be given cases in that area: all of one local unit where there are too many
/// to weigh, nobody where the unit is not known either.
std::vector<management::Officer> receivers_in(web::Context&,
                                              BodyId area,
                                              std::optional<BodyId> unit,
                                              record::AccountId except);

/// Of each of these officers who is away on a day, in words; set by the area above that knows, in
/// its serve().
using AwayWords = std::map<std::int64_t, std::string> (*)(db::Connection&,
                                                          std::span<const std::int64_t> accounts,
                                                          Date day);
void tell_of_absences(AwayWords);

/// What must hold over a whole database.
std::vector<record::Check> checks();
/// Registers the rule set `workload-points`.
void register_rules();
/// This area's schema, numbers 160 to 169.
std::vector<db::Migration> migrations();
/// Adds this area's addresses.
void serve(web::Api&);

}  // namespace noms::workload
