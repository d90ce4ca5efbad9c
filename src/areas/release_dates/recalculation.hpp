#pragma once

#include <cstdint>
#include <iosfwd>
#include <map>
#include <string>

#include "areas/release_dates/release_dates.hpp"

/// Working everybody's dates out again: `noms release-dates --database DATABASE --all`.
namespace noms::release_dates {

struct RecalculationAsked {
    Date day{};
    std::string law = std::string(service_profile);
    bool save = false;   // stores, for approval, the dates of those whose dates moved or are new
    unsigned cores = 0;  // 0: all there are
};

/// How the dates of one kind moved.
struct MovedCount {
    std::int64_t earlier = 0;
    std::int64_t later = 0;
    std::int64_t come_or_gone = 0;
    int most_earlier = 0;  // days
    int most_later = 0;
};

/// What was found over all.
struct Recalculated {
    std::int64_t people = 0;          // with any sentence
    std::int64_t in_custody = 0;      // under a custodial sentence that runs
    std::int64_t not_calculable = 0;  // of these
    std::int64_t never_stored = 0;    // calculable, and nothing is stored to compare with
    std::int64_t same = 0;
    std::int64_t moved = 0;
    std::int64_t saved = 0;
    std::map<std::string, MovedCount> by_type{};  // by a code of data/date_kind.csv
};

/// Compares everybody's dates with those last stored. Writes a line of JSON for each date that
/// moved:
/// {"offender","type","before","after","days"}, by offender, whatever the number of cores. Nothing
/// is saved unless it is asked for. Throws std::logic_error for a law that is none.
Recalculated recalculate_all(db::Database&, const RecalculationAsked&, std::ostream& moved);

}  // namespace noms::release_dates
