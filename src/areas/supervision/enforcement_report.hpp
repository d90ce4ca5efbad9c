#pragma once

#include <string>
#include <vector>

#include "areas/supervision/enforcing.hpp"

/// The report for the court that hears a breach, drawn from the record.
namespace noms::supervision {

/// What was served, or else the draft as the record stands today.
Result<BreachReport> report_of(web::Context&, const Breach&);

}  // namespace noms::supervision
