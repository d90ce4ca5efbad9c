#pragma once

#include "areas/release_dates/engine/overview.hpp"

namespace noms::release_dates {

/// The booking's day of early removal (rule book, 9.7); `dates` holds its other dates already.
std::optional<Day> booking_removal(const Overview&,
                                   const Dates& dates,
                                   std::optional<Day> earlier_removal);

}  // namespace noms::release_dates
