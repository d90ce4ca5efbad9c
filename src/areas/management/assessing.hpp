#pragma once

#include "areas/assessments/assessments.hpp"

/// What managing a case has to do with assessments.
namespace noms::management {

/// The clocks that a signature starts and stops: a first one asks the officer on duty for a second,
/// a last one closes that and the review that was due, and opens the next review.
void assessment_signed(record::Changes&, db::Connection&, const assessments::Assessment&);

/// Says to the area `assessments` who is a senior officer, and has its signatures start and stop
/// those clocks. Called by serve().
void hear_of_assessments();

}  // namespace noms::management
