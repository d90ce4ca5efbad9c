#pragma once

#include "areas/release_dates/engine/sentence.hpp"

/// From terms and shares to days (rule book, section 5).
namespace noms::release_dates {

/// Counts the days to expiry, release and parole from the shares as they now are.
void count_days(Sentence&, const Case&);

}  // namespace noms::release_dates
