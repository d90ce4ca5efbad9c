#pragma once

#include <optional>
#include <string>

#include "areas/management/management.hpp"

/// What is recorded of how much work an officer can take on.
namespace noms::workload {

using BodyId = management::BodyId;

/// Hours a week that an officer has not for cases, over [from, until). One that was recorded by
/// mistake ends on its first day.
struct Reduction {
    Id<Reduction> id{};
    record::AccountId account{};
    int version = 1;
    std::string reason{};  // a code of data/reduction_reason.csv
    int minutes_a_week = 0;
    Date from_day{};
    std::optional<Date> until_day{};
    std::string note{};
    Date recorded_on{};
    std::string recorded_by{};
    std::string ended_by{};
    std::string ended_because{};

    bool holds_on(Date day) const { return from_day <= day && (!until_day || day < *until_day); }
};
DESCRIBE(Reduction,
         id,
         account,
         version,
         reason,
         minutes_a_week,
         from_day,
         until_day,
         note,
         recorded_on,
         recorded_by,
         ended_by,
         ended_because)
extern const record::Table<Reduction> reductions;

}  // namespace noms::workload
