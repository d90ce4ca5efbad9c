#pragma once

#include <vector>

#include "areas/handovers/facts.hpp"
#include "areas/handovers/rules.hpp"
#include "kit/db/database.hpp"
#include "kit/record/doctor.hpp"
#include "kit/web/api.hpp"

/// What must be done before somebody crosses from prison into the community, or from one offender
/// manager to another, so that nothing known is lost at the gate; and the gaps, where nobody began.
namespace noms::handovers {

/// Everything that was opened about the offender, the latest crossing first.
std::vector<Handover> handovers_of(db::Connection&, offenders::OffenderId);

/// What must hold over a whole database.
std::vector<record::Check> checks();
/// This area's schema, numbers 195 to 199.
std::vector<db::Migration> migrations();
/// Adds this area's addresses.
void serve(web::Api&);

}  // namespace noms::handovers
