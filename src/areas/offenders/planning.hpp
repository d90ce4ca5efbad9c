#pragma once

#include <istream>

#include "areas/offenders/import.hpp"
#include "areas/offenders/plan.hpp"

namespace noms::offenders {

/// Reads the extract through and every record that is here, and decides on all of them. What it
/// learns from many is kept. Invalid when the heading is wrong.
Result<std::unique_ptr<Plan>> plan_import(db::Database&, std::istream&, const ImportOptions&);

}  // namespace noms::offenders
