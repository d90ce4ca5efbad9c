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

/// What must hold over a whole database.
std::vector<record::Check> checks();
/// Registers the rule set `workload-points`.
void register_rules();
/// This area's schema, numbers 160 to 169.
std::vector<db::Migration> migrations();
/// Adds this area's addresses.
void serve(web::Api&);

}  // namespace noms::workload
