#pragma once

#include <optional>
#include <vector>

#include "areas/release_dates/engine/overview.hpp"

/// The dates of a booking, from those of its sentences (rule book, section 9).
namespace noms::release_dates {

/// One part's own dates (9.9).
struct SentenceLevel {
    int part = 0;
    int group_index = 0;  // the calculable sentence
    Dates dates{};
    Fraction share{};
    int awarded = 0;
    int awarded_after_release = 0;
    bool decides_release = false;
};

struct BookingDates {
    Dates dates{};
    Period length{};
    std::optional<Day> other_recall_release{};  // of a recall that is not released last
    bool affected_by_sds_40 = false;
    bool affected_by_progression = false;
    bool last_released_has_parole = false;
    std::vector<SentenceLevel> sentences{};  // when they are asked for
};

/// The dates of all the groups together; `earlier_removal` is the removal date as it was before
/// the law of 23 September 2025, where that is to be kept.
BookingDates dates_of(const std::vector<CustodyGroup>&,
                      const Case&,
                      std::optional<Day> earlier_removal);

}  // namespace noms::release_dates
