#pragma once

#include <istream>
#include <string>
#include <vector>

#include "areas/management/management.hpp"
#include "kit/describe/extract.hpp"

/// Takes an extract of allocations in, one row an allocation (docs/import.md), and then gives
/// everybody who is under a sentence to be managed and has nobody a manager by the duty rule.
namespace noms::management {

/// Somebody who had no manager, and what the rule did.
struct RuledFor {
    offenders::OffenderId offender{};
    std::string name{};
    std::string manager{};  // empty: the rule found nobody
    std::string why{};
};
DESCRIBE(RuledFor, offender, name, manager, why)

struct AllocationReport {
    extract::Report rows{};
    std::vector<RuledFor> ruled{};  // everybody under sentence who had no manager
};
DESCRIBE(AllocationReport, rows, ruled)

/// Invalid when the heading is wrong; nothing is then taken. Running it again changes nothing.
Result<AllocationReport> import_allocations(db::Database&,
                                            std::istream&,
                                            Date day,
                                            const std::string& actor_name);
/// Gives everybody under a sentence to be managed who has no manager on the day one by the rule;
/// tells of each. Whom the rule cannot help is told of as well.
std::vector<RuledFor> rule_for_everybody(db::Database&, Date day, const std::string& actor_name);
/// The report as lines for a terminal.
std::string in_lines(const AllocationReport&);

}  // namespace noms::management
