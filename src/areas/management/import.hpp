#pragma once

#include <istream>
#include <string>
#include <vector>

#include "areas/management/management.hpp"
#include "kit/describe/extract.hpp"

/// Takes extracts of sentences and of allocations in (docs/import.md): nobody who is under a
/// sentence to be managed is left without a manager while the duty rule finds one.
namespace noms::management {

/// Somebody who had no manager, and what the rule did.
struct RuledFor {
    offenders::OffenderId offender{};
    std::string name{};
    std::string manager{};  // empty: the rule found nobody
    std::string why{};
};
DESCRIBE(RuledFor, offender, name, manager, why)

struct ManagedReport {
    extract::Report rows{};
    std::vector<RuledFor> ruled{};  // everybody under sentence who had no manager
};
DESCRIBE(ManagedReport, rows, ruled)

/// Takes sentences in, each with its manager by the rule in one transaction: from the day of the
/// sentence, or from `day` where nobody could hold the case so long. Invalid when the heading is
/// wrong; nothing is then taken. Running it again changes nothing.
Result<ManagedReport> import_sentences(db::Database&,
                                       std::istream&,
                                       Date day,
                                       const std::string& actor_name);
/// Takes allocations in; whoever is named takes the place of what the rule gave from that day on.
/// Then the rule is run for everybody. Errors as above.
Result<ManagedReport> import_allocations(db::Database&,
                                         std::istream&,
                                         Date day,
                                         const std::string& actor_name);
/// Gives everybody under a sentence to be managed who has no manager on the day, or one who left
/// office, one by the rule; tells of each. Whom the rule cannot help is told of as well.
std::vector<RuledFor> rule_for_everybody(db::Database&, Date day, const std::string& actor_name);
/// The report as lines for a terminal.
std::string in_lines(const ManagedReport&);

}  // namespace noms::management
