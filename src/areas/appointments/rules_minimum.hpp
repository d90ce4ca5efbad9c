#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/management/management.hpp"
#include "kit/base/result.hpp"
#include "kit/law/law.hpp"

/// How much contact National Standards ask for in the weeks ahead, against what is kept and booked.
/// The figures are data/minimum.csv; which edition stands says `management::first_standards`. Pure.
namespace noms::appointments {

/// Waiting: its day is over and no outcome is recorded.
enum class Met { Kept, Booked, Waiting };
DESCRIBE_ENUM(Met, Kept, Booked, Waiting)
/// A contact of a kind that the standards count.
struct CountedContact {
    Date on_day{};
    Met is = Met::Booked;
};
DESCRIBE(CountedContact, on_day, is)

/// `since` is the day of the order or the release, `until` the first day on which supervision no
/// longer runs, empty where that is not known. A tier that is not known is empty.
struct MinimumFacts {
    Date day{};
    Date since{};
    std::optional<Date> until{};
    bool on_licence = false;
    std::optional<int> tier{};
    std::vector<CountedContact> contacts{};
};
DESCRIBE(MinimumFacts, day, since, until, on_licence, tier, contacts)

/// Some weeks of supervision for which the standard has one figure, over [from_day, until_day).
struct ContactWeeks {
    Date from_day{};
    Date until_day{};
    int first_week = 1;
    int last_week = 1;
    int asked = 0;
    int kept = 0;
    int booked = 0;
    int waiting = 0;  // for an outcome: nobody can say yet whether it was kept
    int missing = 0;  // to be booked
    std::string rule{};
    std::string source{};
    std::string certainty{};
};
DESCRIBE(ContactWeeks,
         from_day,
         until_day,
         first_week,
         last_week,
         asked,
         kept,
         booked,
         waiting,
         missing,
         rule,
         source,
         certainty)
/// `weeks` are those that are not over, as far ahead as the parameter says; `missing` is what is
/// still to be booked in all of them.
struct MinimumRuling {
    std::string edition{};
    std::vector<ContactWeeks> weeks{};
    int missing = 0;
    std::vector<law::Ground> because{};
};
DESCRIBE(MinimumRuling, edition, weeks, missing, because)
/// Refused beyond the calendar of bank holidays; invalid for a tier that is none of 1 to 4.
Result<MinimumRuling> minimum_contact(const MinimumFacts&);

}  // namespace noms::appointments
