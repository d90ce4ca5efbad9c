#pragma once

#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "areas/offenders/offenders.hpp"
#include "kit/base/csv.hpp"

/// The extract of prison and probation records: its layout, and what each row says. No database.
namespace noms::offenders {

/// What is wrong with a line, and where.
struct ExtractIssue {
    long line = 0;
    std::string column{};
    std::string reason{};  // a stable word: "impossible_date"
    std::string words{};
};
DESCRIBE(ExtractIssue, line, column, reason, words)

/// One row, read and checked.
struct ExtractRow {
    long line = 0;
    std::string source{};
    std::string record_key{};
    std::string prison_number{}, crn{}, pnc{}, cro{};
    std::string first_name{}, middle_name{}, last_name{};
    std::vector<std::string> alias_first{}, alias_last{};
    std::optional<Date> birth_date{};
    std::vector<Date> alias_birth_dates{};
    Sex sex = Sex::NotKnown;
    std::optional<std::string> ethnicity{};
    std::string address{};
    std::vector<std::string> postcodes{};
    std::string held_by{};
    std::string content{};
    std::int64_t key_digest = 0;
    std::int64_t digest = 0;
    std::vector<ExtractIssue> warnings{};
};

/// A row that is not taken, with every reason.
struct RefusedRow {
    std::vector<ExtractIssue> issues{};
};

/// Reads an extract row by row. Columns are known by their names, in any order; `true_id` is never
/// looked at, so that a test's answers cannot leak into its results.
class ExtractReader {
public:
    /// `day`: no birth date lies after it, and it decides the century of a two-digit year.
    ExtractReader(std::istream& in, Date day) : csv_(in), day_(day) {}

    /// Reads the heading. Invalid when a column is missing or twice.
    Result<void> open();
    /// The next row, taken or refused; nothing at the end.
    std::optional<std::variant<ExtractRow, RefusedRow>> next();
    long long bytes() const { return csv_.bytes(); }

private:
    csv::Reader csv_;
    Date day_;
    std::vector<std::string> columns_;
};

/// The heading that an extract has; `held_by` may be left out.
const std::vector<std::string>& extract_columns();

/// Whether `code` is one of the 16+1 classification and its later additions.
bool is_ethnicity(std::string_view code);
/// "White: British"; "Not stated" for NS.
std::string ethnicity_in_words(std::string_view code);
/// The codes, in the order that forms show them.
const std::vector<std::pair<std::string_view, std::string_view>>& ethnicities();

}  // namespace noms::offenders
