#pragma once

#include <string_view>
#include <vector>

#include "areas/release_dates/engine/booking_dates.hpp"
#include "areas/release_dates/engine/custody.hpp"

/// What stops a calculation from being used without a person looking at it (rule book, 11).
namespace noms::release_dates {

/// A finished calculation, as the checks see it.
struct Calculated {
    const Case& facts;
    const std::vector<CustodyGroup>& groups;
    const Custody& custody;
    const Dates& dates;
};

/// The codes of all the checks that speak, in their order, each once.
std::vector<std::string_view> check(const Calculated&);

/// Fixed-term recalls whose length does not fit the sentences (11.3).
void check_fixed_term_recalls(const Calculated&, std::vector<std::string_view>& codes);
/// Whether somebody was out of custody on the day before the progression model (11.4).
bool was_out_before_progression(const Booking&, const Law&);

}  // namespace noms::release_dates
