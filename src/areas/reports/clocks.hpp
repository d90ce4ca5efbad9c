#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/reports/reports.hpp"

/// What somebody is asked to do about a report, each with its clock; within the caller's command.
namespace noms::reports {

/// A row of data/clock.csv; without a number of days it ends with the report's own last day.
struct Clock {
    std::string kind{};
    std::string what{};
    std::optional<int> working_days{};
    std::string rule{};
    std::string cite{};
    std::string certainty{};
};
DESCRIBE(Clock, kind, what, working_days, rule, cite, certainty)
const std::vector<Clock>& clocks();

/// Whether the task was asked for by that report.
bool is_about(const tasks::Task&, ReportId);

/// Sees to it that the one thing which is to be done next is asked of the right person, and nothing
/// else; `why` is what closes the others.
void settle(record::Changes&, db::Connection&, const Report&, const std::string& why);

}  // namespace noms::reports
