#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "areas/workload/facts.hpp"
#include "areas/workload/rules_load.hpp"
#include "areas/workload/rules_reduction.hpp"

/// What officers carry, loaded for all of them at once.
namespace noms::workload {

/// An officer with what they carry on a day.
struct OfficerLoad {
    management::Officer officer{};
    std::string name{};
    std::string unit{};  // the name of the local delivery unit; empty: none is known
    Load load{};
    std::vector<Reduction> reductions{};  // the newest first, those of other days too
    std::string away{};                   // until when and who covers, where a page asked for it
};
DESCRIBE(OfficerLoad, officer, name, unit, load, reductions, away)

/// Each of these officers, in their order: as many questions for all of them as for one.
std::vector<OfficerLoad> loads_of(db::Connection&,
                                  const std::vector<management::Officer>&,
                                  Date day);

/// What each of these offenders weighs by: tier and setting.
std::map<std::int64_t, CaseFacts> weighed_among(db::Connection&,
                                                std::span<const std::int64_t> offenders,
                                                Date day);

/// Reductions as the rule takes them.
std::vector<TakenAway> taken_away(const std::vector<Reduction>&);

}  // namespace noms::workload
