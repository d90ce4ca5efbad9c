#pragma once

#include <vector>

#include "areas/plans/facts.hpp"
#include "areas/plans/rules.hpp"
#include "kit/db/database.hpp"
#include "kit/record/doctor.hpp"
#include "kit/web/api.hpp"

/// The sentence plan: what each objective answers and when it comes, what is missing, the
/// offender's words and signature, and its reviews. The objectives are those of `management`, what
/// fits is asked of `interventions`.
namespace noms::plans {

/// Where the objectives of an offender stand, in no order, and every signature and review, the
/// newest first.
struct PlanRows {
    std::vector<PlannedStep> steps{};
    std::vector<Signing> signings{};
};
/// In one question.
PlanRows rows_of(db::Connection&, offenders::OffenderId);

/// What must hold over a whole database.
std::vector<record::Check> checks();
/// This area's schema, numbers 170 to 179.
std::vector<db::Migration> migrations();
/// Adds this area's addresses.
void serve(web::Api&);

}  // namespace noms::plans
