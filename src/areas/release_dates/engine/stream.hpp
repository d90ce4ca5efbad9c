#pragma once

#include <iosfwd>

#include "kit/law/law.hpp"

/// Bookings in, dates out, line by line: `noms release-dates`.
namespace noms::release_dates {

struct StreamOptions {
    const law::Calendar* calendar = &law::Calendar::england_and_wales();
    bool explain = false;  // adds the steps of each date
    unsigned cores = 0;    // 0: all there are
};

/// Answers each line of `in` with one line, in order; a line that cannot be read with
/// {"id","line","error","fields"}. Gives how many could not be read.
long long calculate_lines(std::istream& in, std::ostream& out, const StreamOptions&);

/// The calendar the public vectors were made with: two holidays, 27 and 28 December 2021. Never
/// for the service.
const law::Calendar& calendar_of_vectors();

}  // namespace noms::release_dates
