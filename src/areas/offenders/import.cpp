#include "areas/offenders/import.hpp"
#include "areas/offenders/joins.hpp"

#include <future>
#include <map>
#include <set>

#include <fmt/format.h>

#include "areas/offenders/batch.hpp"
#include "areas/offenders/planning.hpp"
#include "areas/offenders/store.hpp"
#include "kit/base/csv.hpp"

namespace noms::offenders {
namespace {

constexpr size_t first_issues_max = 100;

/// Gathers the report while batches come and go.
class Reporter {
public:
    explicit Reporter(const ImportOptions& options) : options_(options) {
        if (options_.issues)
            *options_.issues << csv::row_text({"line", "column", "what", "reason", "words"});
    }
    void refused(const RefusedRow& row) {
        ++report_.refused;
        for (const auto& issue : row.issues) {
            ++refusals_[issue.reason];
            show(issue, "refused");
        }
    }
    void done(const Batch::Outcome& batch) {
        report_.taken += batch.taken;
        report_.unchanged += batch.unchanged;
        report_.offenders_made += batch.offenders_made;
        report_.joined += batch.joined;
        for (const auto& [what, count] : batch.joined_by) joined_by_[what] += count;
        for (const auto& issue : batch.warnings) {
            ++warnings_[issue.column + " " + issue.reason];
            show(issue, "warning");
        }
    }
    void done(const std::vector<Candidate>& found) {
        for (const auto& each : found) ++for_review_[each.reason];
    }
    void read_row() { ++report_.rows; }
    long rows() const { return report_.rows; }

    ImportReport report() {
        report_.joined_by = tallies(joined_by_);
        report_.for_review = tallies(for_review_);
        report_.warnings = tallies(warnings_);
        report_.refusals = tallies(refusals_);
        return report_;
    }

private:
    const ImportOptions& options_;
    ImportReport report_;
    std::map<std::string, long> joined_by_, for_review_, warnings_, refusals_;

    static std::vector<Tally> tallies(const std::map<std::string, long>& counts) {
        std::vector<Tally> out;
        for (const auto& [what, count] : counts) out.push_back({what, count});
        return out;
    }
    void show(const ExtractIssue& issue, const char* what) {
        if (report_.first_issues.size() < first_issues_max) report_.first_issues.push_back(issue);
        if (options_.issues)
            *options_.issues << csv::row_text(
                {std::to_string(issue.line), issue.column, what, issue.reason, issue.words});
    }
};

/// One batch in one transaction; run again from its start when the database asks for it.
Batch::Outcome take(db::Database& database,
                    Plan& plan,
                    const std::vector<ReadRow>& rows,
                    const ImportOptions& options) {
    std::optional<Batch> batch;
    database.with_writer([&](db::Connection& db) {
        batch.emplace(options, plan);
        batch->load(db, rows);
        batch->take(rows);
        record::Changes changes(db, import_command(options));
        batch->save(changes);
        changes.finish();
        return true;
    });
    batch->tell(plan);
    return batch->outcome();
}

/// The pairs that are not here yet, in one transaction.
std::vector<Candidate> add_candidates(db::Connection& db,
                                      const std::vector<Candidate>& found,
                                      const ImportOptions& options) {
    std::vector<std::int64_t> offenders;
    for (const auto& each : found) offenders.push_back(each.offender.number);
    std::set<std::pair<OffenderId, OffenderId>> here;
    for (const auto& each : store::candidates_among(db, offenders).get())
        here.insert({each.offender, each.other});
    record::Changes changes(db, import_command(options));
    changes.in_bulk();
    std::vector<Candidate> added;
    for (const auto& each : found) {
        if (here.contains({each.offender, each.other})) continue;
        changes.about({std::string(subject_kind), each.other.number}, "offenders.candidate_found");
        changes.add(candidates, each);
        added.push_back(each);
    }
    changes.finish();
    return added;
}

/// Puts into the queue who may be one person.
void queue_candidates(db::Database& database,
                      const Plan& plan,
                      const ImportOptions& options,
                      Reporter& reporter) {
    auto found = plan.candidates(options.day);
    auto size = size_t(options.rows_per_transaction);
    for (size_t from = 0; from < found.size(); from += size) {
        auto until = std::min(from + size, found.size());
        std::vector<Candidate> some(found.begin() + std::ptrdiff_t(from),
                                    found.begin() + std::ptrdiff_t(until));
        std::vector<Candidate> added;
        database.with_writer([&](db::Connection& db) {
            added = add_candidates(db, some, options);
            return true;
        });
        reporter.done(added);
    }
}

void add_lines(std::string& out, const std::string& heading, const std::vector<Tally>& tallies) {
    if (tallies.empty()) return;
    out += heading + "\n";
    for (const auto& [what, count] : tallies) out += fmt::format("  {:<40} {:>10}\n", what, count);
}

}  // namespace

record::Command import_command(const ImportOptions& options) {
    return {.id = new_id<record::CommandTag>(),
            .actor = options.actor,
            .actor_name = options.actor_name,
            .day = options.day,
            .at = now()};
}

Result<ImportReport> import_extract(db::Database& database,
                                    std::istream& in,
                                    const ImportOptions& options) {
    auto plan = TRY(plan_import(database, in, options));
    in.clear();
    in.seekg(0);
    ExtractReader reader(in, options.day);
    CHECK(reader.open());
    Reporter reporter(options);
    std::vector<ReadRow> rows;
    std::future<Batch::Outcome> taking;  // the rows before those that are being read
    auto settle = [&] {
        if (taking.valid()) reporter.done(taking.get());
    };
    auto flush = [&] {
        settle();
        if (!rows.empty())
            taking = std::async(std::launch::async, [&, batch = std::exchange(rows, {})] {
                return take(database, *plan, batch, options);
            });
        if (options.progress) options.progress({reporter.rows(), reader.bytes()});
    };
    while (auto next = reader.next()) {
        reporter.read_row();
        if (auto refused = std::get_if<RefusedRow>(&*next)) {
            reporter.refused(*refused);
        } else {
            rows.push_back(read_row(std::get<ExtractRow>(std::move(*next)), options));
            if (rows.size() >= size_t(options.rows_per_transaction)) flush();
        }
    }
    flush();
    settle();
    queue_candidates(database, *plan, options, reporter);
    return reporter.report();
}

std::string in_lines(const ImportReport& report) {
    std::string out;
    auto line = [&](const char* what, long count) {
        out += fmt::format("{:<42} {:>10}\n", what, count);
    };
    line("Rows read", report.rows);
    line("Records taken", report.taken);
    line("Here already", report.unchanged);
    line("Refused", report.refused);
    line("Offenders made", report.offenders_made);
    line("Records joined to an offender", report.joined);
    add_lines(out, "Joined by", report.joined_by);
    add_lines(out, "Pairs for review", report.for_review);
    add_lines(out, "Warnings", report.warnings);
    add_lines(out, "Refused because", report.refusals);
    for (const auto& issue : report.first_issues)
        out += fmt::format("Line {}, {}: {}\n",
                           issue.line,
                           issue.column.empty() ? "whole line" : issue.column,
                           issue.words);
    return out;
}

}  // namespace noms::offenders
