#pragma once

#include <optional>

#include "areas/release_dates/engine/booking_dates.hpp"
#include "areas/release_dates/engine/custody.hpp"

/// The walk from the first day that matters to the last (rule book, 6.4).
namespace noms::release_dates {

/// How things stood just before a change of law, for comparing with how they stand after it.
struct Snapshots {
    std::optional<Day> early_removal{};
    std::optional<BookingDates> before_sds_40{};
    std::optional<BookingDates> before_progression{};
};

struct Course {
    Custody custody{};
    Snapshots snapshots{};
};

/// Takes every event of a booking in order: courts, days awarded, absences, movements, changes of
/// law.
Course course_of(Case&, const law::Calendar&);

}  // namespace noms::release_dates
