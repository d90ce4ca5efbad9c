#pragma once

#include "areas/release_dates/engine/booking_dates.hpp"

namespace noms::release_dates {

/// The dates of each part by itself (rule book, 9.9). `decided` is the sentence that set the
/// booking's release; null when none did.
std::vector<SentenceLevel> sentence_levels(const Overview&, const Sentence* decided);

/// Says which changes of the release point the booking's dates rest on (9.10).
void find_affected(BookingDates&, const Overview&);

}  // namespace noms::release_dates
