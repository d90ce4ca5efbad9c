#pragma once

#include "areas/movements/movements.hpp"
#include "areas/supervision/supervision.hpp"

/// Out of the gate: one transaction carries everything that is open over.
namespace noms::supervision {

/// Releases the offender. In the same transaction: the plan goes on outside, appointments that only
/// a prison can keep are cancelled and the manager is asked to book again, the manager's area holds
/// the record, and the first clocks of the licence run.
Result<movements::Movement> release(web::Context&, const movements::Release&);

}  // namespace noms::supervision
