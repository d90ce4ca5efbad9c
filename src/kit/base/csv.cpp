#include "kit/base/csv.hpp"

#include "kit/base/text.hpp"

namespace noms::csv {
namespace {

constexpr size_t record_bytes_max = 256 * 1024;
constexpr size_t record_lines_max = 100;

}  // namespace

std::vector<std::string> cells_of(std::string_view record, char separator, Fault& fault) {
    fault = Fault::None;
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (size_t i = 0; i < record.size(); ++i) {
        char c = record[i];
        if (quoted) {
            bool doubled = c == '"' && i + 1 < record.size() && record[i + 1] == '"';
            if (c != '"' || doubled) {
                cells.back() += c;
                i += doubled;
                continue;
            }
            quoted = false;
            bool ends = i + 1 == record.size() || record[i + 1] == separator;
            if (!ends) fault = Fault::StrayQuote;
        } else if (c == separator) {
            cells.emplace_back();
        } else if (c == '"' && cells.back().empty()) {
            quoted = true;
        } else {
            cells.back() += c;
        }
    }
    if (quoted) fault = Fault::OpenQuote;
    return cells;
}

bool Reader::take_line(std::string& line) {
    if (!put_back_.empty()) {
        line = std::move(put_back_.front());
        put_back_.pop_front();
    } else if (std::getline(in_, line)) {
        bytes_ += static_cast<long long>(line.size()) + 1;
        if (!line.empty() && line.back() == '\r') line.pop_back();
    } else {
        return false;
    }
    ++line_;
    return true;
}

/// Adds the lines that an open quote reaches over; gives them back when it is never closed.
Row Reader::joined_row(Row row, std::string text) {
    std::deque<std::string> more;
    std::string line;
    while (row.fault == Fault::OpenQuote && more.size() < record_lines_max &&
           text.size() < record_bytes_max && take_line(line)) {
        text += '\n' + line;
        more.push_back(line);
        if (line.find('"') != line.npos) row.cells = cells_of(text, separator_, row.fault);
    }
    if (row.fault == Fault::None) return row;
    row.fault = Fault::OpenQuote;
    line_ -= static_cast<long>(more.size());
    put_back_.insert(put_back_.begin(), more.begin(), more.end());
    return row;
}

std::optional<Row> Reader::next() {
    std::string text;
    do {
        if (!take_line(text)) return std::nullopt;
        if (line_ == 1 && text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    } while (text.empty());
    Row row{.line = line_};
    if (text.size() > record_bytes_max) {
        row.fault = Fault::TooLong;
        return row;
    }
    row.cells = cells_of(text, separator_, row.fault);
    if (row.fault == Fault::OpenQuote) row = joined_row(std::move(row), std::move(text));
    for (const auto& cell : row.cells)
        if (row.fault == Fault::None && !is_utf8(cell)) row.fault = Fault::NotUtf8;
    return row;
}

std::string row_text(const std::vector<std::string>& cells) {
    std::string out;
    for (const auto& cell : cells) {
        if (&cell != &cells.front()) out += ',';
        out += csv_cell(cell);
    }
    return out + "\r\n";
}

}  // namespace noms::csv
