#include "areas/offenders/extract.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "areas/offenders/names.hpp"
#include "kit/base/digest.hpp"
#include "kit/base/text.hpp"

namespace noms::offenders {
namespace {

constexpr size_t text_length_max = 200;
constexpr size_t list_length_max = 50;

/// One row while it is read: its cells by column, and what is wrong with them.
class Cells {
public:
    Cells(const std::vector<std::string>& columns, const csv::Row& row) : row_(row) {
        for (size_t i = 0; i < columns.size(); ++i)
            if (columns[i] != "true_id") by_column_[columns[i]] = trimmed(row.cells[i]);
    }

    std::string text(const std::string& column) {
        auto found = by_column_.find(column);
        if (found == by_column_.end()) return "";
        if (found->second.size() > text_length_max)
            refuse(column, "too_long", "more than 200 letters");
        return std::string(found->second);
    }
    std::vector<std::string> list(const std::string& column) {
        auto items = split(by_column_[column], '|');
        bool has_gap = std::ranges::any_of(items, [](auto& item) { return trimmed(item).empty(); });
        if (has_gap) refuse(column, "bad_list", "an item between the bars is empty");
        if (items.size() > list_length_max) refuse(column, "bad_list", "more than 50 items");
        return items;
    }
    std::optional<Date> date(const std::string& column, const std::string& text, Date latest) {
        if (text.empty()) return std::nullopt;
        auto day = parse_date(text);
        if (!day) {
            refuse(column, "impossible_date", fmt::format("\"{}\" is no day", text.substr(0, 40)));
        } else if (*day > latest) {
            refuse(column, "date_in_future", fmt::format("{} is after {}", text, to_text(latest)));
        }
        return day;
    }
    void refuse(const std::string& column, const char* reason, std::string words) {
        faults_.push_back({row_.line, column, reason, std::move(words)});
    }
    /// Every column but the truth, as it came.
    std::string content() const {
        std::string out;
        for (const auto& [column, value] : by_column_)
            if (!value.empty()) out += fmt::format("{}={}\n", column, value);
        return out;
    }
    std::vector<ExtractIssue>& faults() { return faults_; }

private:
    const csv::Row& row_;
    std::map<std::string, std::string_view, std::less<>> by_column_;
    std::vector<ExtractIssue> faults_;
};

std::optional<RefusedRow> unreadable(const csv::Row& row, size_t columns) {
    auto refused = [&](const char* reason, std::string words) {
        return RefusedRow{{{row.line, "", reason, std::move(words)}}};
    };
    switch (row.fault) {
        case csv::Fault::NotUtf8: return refused("not_utf8", "the line is not UTF-8");
        case csv::Fault::OpenQuote: return refused("open_quote", "a quote is never closed");
        case csv::Fault::StrayQuote: return refused("stray_quote", "text stands after a quote");
        case csv::Fault::TooLong: return refused("too_long", "the line is too long");
        case csv::Fault::None: break;
    }
    if (row.cells.size() != columns)
        return refused(
            "wrong_columns",
            fmt::format("{} values, but the heading names {}", row.cells.size(), columns));
    return std::nullopt;
}

Sex sex_of(Cells& cells) {
    auto text = cells.text("sex");
    if (text == "M") return Sex::Male;
    if (text == "F") return Sex::Female;
    if (!text.empty()) cells.refuse("sex", "unknown_code", "neither M nor F");
    return Sex::NotKnown;
}

void read_names(Cells& cells, ExtractRow& row) {
    row.first_name = cells.text("first_name");
    row.middle_name = cells.text("middle_name");
    row.last_name = cells.text("last_name");
    row.alias_first = cells.list("alias_first");
    row.alias_last = cells.list("alias_last");
    if (folded(row.first_name + row.last_name).empty())
        cells.refuse("last_name", "missing", "there is no name");
}

void read_dates(Cells& cells, ExtractRow& row, Date day) {
    row.birth_date = cells.date("dob", cells.text("dob"), day);
    for (const auto& text : cells.list("alias_dob"))
        if (auto alias = cells.date("alias_dob", text, day))
            row.alias_birth_dates.push_back(*alias);
    // Sentences belong to another area; here they must only be days.
    for (const auto& text : cells.list("sentence_dates"))
        if (!parse_date(text))
            cells.refuse("sentence_dates",
                         "impossible_date",
                         fmt::format("\"{}\" is no day", text.substr(0, 40)));
}

void read_key(Cells& cells, ExtractRow& row) {
    row.source = cells.text("source");
    if (row.source != "prison" && row.source != "probation")
        cells.refuse("source", "unknown_code", "neither prison nor probation");
    row.record_key = cells.text("record_id");
    if (row.record_key.empty()) cells.refuse("record_id", "missing", "there is no key");
    row.key_digest = digest_of(row.source + "/" + row.record_key);
    row.content = cells.content();
    row.digest = digest_of(row.content);
}

/// A code that is not known is kept with the row as it came, and shown as not stated.
void read_ethnicity(Cells& cells, ExtractRow& row) {
    auto code = cells.text("ethnicity");
    if (code.empty()) return;
    if (is_ethnicity(code))
        row.ethnicity = code;
    else
        row.warnings.push_back(
            {row.line, "ethnicity", "unknown_code", code + " is no code of 16+1"});
}

}  // namespace

const std::vector<std::string>& extract_columns() {
    static const std::vector<std::string> columns{"record_id",
                                                  "source",
                                                  "prison_number",
                                                  "crn",
                                                  "pnc",
                                                  "cro",
                                                  "first_name",
                                                  "middle_name",
                                                  "last_name",
                                                  "alias_first",
                                                  "alias_last",
                                                  "dob",
                                                  "alias_dob",
                                                  "sex",
                                                  "ethnicity",
                                                  "address",
                                                  "postcodes",
                                                  "sentence_dates",
                                                  "held_by"};
    return columns;
}

Result<void> ExtractReader::open() {
    auto heading = csv_.next();
    if (!heading) return refused("The file is empty.");
    std::vector<FieldError> faults;
    for (auto& column : heading->cells) columns_.emplace_back(lower(trimmed(column)));
    for (const auto& column : extract_columns()) {
        auto times = std::ranges::count(columns_, column);
        if (times == 0 && column != "held_by")
            faults.push_back({column, "missing", "Column " + column + " is missing."});
        if (times > 1) faults.push_back({column, "twice", "Column " + column + " stands twice."});
    }
    if (!faults.empty()) return invalid(std::move(faults));
    return {};
}

std::optional<std::variant<ExtractRow, RefusedRow>> ExtractReader::next() {
    auto read = csv_.next();
    if (!read) return std::nullopt;
    if (auto refused = unreadable(*read, columns_.size())) return std::move(*refused);
    Cells cells(columns_, *read);
    ExtractRow row{.line = read->line};
    read_key(cells, row);
    row.prison_number = cells.text("prison_number");
    row.crn = cells.text("crn");
    row.pnc = cells.text("pnc");
    row.cro = cells.text("cro");
    read_names(cells, row);
    read_dates(cells, row, day_);
    row.sex = sex_of(cells);
    read_ethnicity(cells, row);
    row.address = cells.text("address");
    row.postcodes = cells.list("postcodes");
    row.held_by = cells.text("held_by");
    if (!cells.faults().empty()) return RefusedRow{std::move(cells.faults())};
    return row;
}

}  // namespace noms::offenders
