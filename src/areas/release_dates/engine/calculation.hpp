#pragma once

#include <string_view>
#include <vector>

#include "areas/release_dates/engine/booking_dates.hpp"
#include "areas/release_dates/engine/custody.hpp"
#include "areas/release_dates/engine/timeline.hpp"
#include "kit/law/law.hpp"

/// Release dates: from the facts of a booking to every date of it. Pure: no database, no clock.
///
/// How one calculation goes, and where to read it:
///   day           days, terms and how the law counts them             rule book 1
///   law_tables    the dated figures of law/*.toml                                2
///   identification what a sentence is and which dates it has                     3
///   chains        consecutive parts and single terms                             4
///   day_counts    days to release, parole and expiry                             5
///   sentence      the ledger and the dates that follow from it                   6.1-6.3
///   timeline      the walk through the events (custody, sentencing, adjustments) 6.4-6.8
///   sentence_dates, curfew, early_removal    the dates of each sentence          7
///   release_laws, tranches    changes of the release point                       8
///   overview, booking_dates, booking_curfew, booking_removal, mixed_recalls      9
///   final_merge   before and after a change of the release point                 10
///   checks        what a person must look at                                     11
///   explanation   the steps that led to each date, with their law                18
namespace noms::release_dates {

/// All that a calculation found. The dates stand only when `error` is empty.
struct Calculation {
    std::string error{};  // the codes of the checks that refuse it, joined by "|", or the fault
    BookingDates booking{};
    Allocation sds_40{};
    Allocation progression{};
    Allocation recall_56{};
    std::vector<Fraction> share{};       // served before release, by part
    std::vector<CustodyGroup> groups{};  // every sentence with its days, ledger and dates
    Snapshots before{};
};

/// Calculates every date of a booking. `calendar` is asked for working days only where a release
/// decides what belongs to one stay in custody; no date is moved to a working day.
Calculation calculate(const Booking&, const Law&, const law::Calendar&);

}  // namespace noms::release_dates
