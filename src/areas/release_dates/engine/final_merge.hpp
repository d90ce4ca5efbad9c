#pragma once

#include "areas/release_dates/engine/booking_dates.hpp"

/// Comparing the dates after a change of the release point with those before it: nobody's release
/// becomes later by the law, and nobody's comes before the day of their tranche (rule book, 10).
namespace noms::release_dates {

/// SDS-40 (10.1).
void merge_sds_40(BookingDates& now,
                  const BookingDates& before,
                  Day tranche_on,
                  const Case&,
                  const std::vector<CustodyGroup>&);
/// The progression model (10.2).
void merge_progression(BookingDates& now,
                       const BookingDates& before,
                       Day tranche_on,
                       const Booking&);

}  // namespace noms::release_dates
