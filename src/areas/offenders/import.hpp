#pragma once

#include <functional>
#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "areas/offenders/extract.hpp"
#include "kit/db/database.hpp"
#include "kit/record/record.hpp"

/// Takes an extract of prison and probation records in, and joins records of one person as
/// carefully as `may_join` allows. Running it again changes nothing; killed half-way and run again,
/// it ends the same; where the batches end and how the rows are ordered does not matter.
namespace noms::offenders {

/// The body that holds an offender, as access scopes name it, and the region it lies in.
struct Holder {
    std::string scope_kind{};  // "prison", "area"
    std::int64_t body = 0;
    std::optional<std::int64_t> region{};
};

struct ImportProgress {
    long rows = 0;
    long long bytes = 0;
};

struct ImportOptions {
    std::string file{};  // as the report and each record name the source
    Date day{};
    record::AccountId actor{};
    std::string actor_name{};
    int rows_per_transaction = 2000;
    /// Who holds the records of a source under a code; nothing when the code is not known.
    std::function<std::optional<Holder>(const std::string& source, const std::string& code)>
        holder_of{};
    std::function<void(const ImportProgress&)> progress{};
    std::ostream* issues = nullptr;  // every refused line and warning as CSV
};

struct Tally {
    std::string what{};
    long count = 0;
};
DESCRIBE(Tally, what, count)

struct ImportReport {
    long rows = 0;       // read, without the heading
    long taken = 0;      // records made
    long unchanged = 0;  // here already, to the letter
    long refused = 0;
    long offenders_made = 0;
    long joined = 0;  // records that went to an offender who was here
    std::vector<Tally> joined_by{};
    std::vector<Tally> for_review{};
    std::vector<Tally> warnings{};
    std::vector<Tally> refusals{};
    std::vector<ExtractIssue> first_issues{};  // at most 100; all go to `issues`
};
DESCRIBE(ImportReport,
         rows,
         taken,
         unchanged,
         refused,
         offenders_made,
         joined,
         joined_by,
         for_review,
         warnings,
         refusals,
         first_issues)

/// Who writes what an import changes, and when.
record::Command import_command(const ImportOptions&);

/// Reads `in` through twice: first to decide who is one person, then to take the rows in. Invalid
/// when the heading is wrong; nothing is then taken.
Result<ImportReport> import_extract(db::Database&, std::istream&, const ImportOptions&);

/// Who holds under which code on `day`: prisons for the source "prison", areas for "probation".
std::function<std::optional<Holder>(const std::string& source, const std::string& code)> holders_on(
    db::Connection&, Date day);

/// The report as lines for a terminal.
std::string in_lines(const ImportReport&);

}  // namespace noms::offenders
