#pragma once

#include <deque>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Comma-separated values as RFC 4180 has them, read row by row and never held whole.
namespace noms::csv {

/// Why a row cannot be read. The rows after it can.
enum class Fault { None, NotUtf8, OpenQuote, StrayQuote, TooLong };

struct Row {
    long line = 0;  // where it begins, the first being 1
    std::vector<std::string> cells{};
    Fault fault = Fault::None;
};

/// Reads CSV with either line end, quoted cells over several lines, and a byte order mark at the
/// start. Blank lines are passed over. A quote that is never closed spoils its own line only.
class Reader {
public:
    explicit Reader(std::istream& in, char separator = ',') : in_(in), separator_(separator) {}

    /// The next row; nothing at the end.
    std::optional<Row> next();
    /// How many bytes were taken so far, for a progress bar.
    long long bytes() const { return bytes_; }

private:
    std::istream& in_;
    char separator_;
    long line_ = 0;
    long long bytes_ = 0;
    std::deque<std::string> put_back_;  // lines after one whose quote was never closed

    bool take_line(std::string& line);
    Row joined_row(Row row, std::string text);
};

/// The cells of one record, its quotes undone. `fault` is OpenQuote when the text ends within
/// quotes.
std::vector<std::string> cells_of(std::string_view record, char separator, Fault& fault);

/// One row with its line end, each cell safe for spreadsheets (see csv_cell).
std::string row_text(const std::vector<std::string>& cells);

}  // namespace noms::csv
