#include "areas/matching/reading.hpp"

#include <algorithm>
#include <bit>
#include <set>
#include <spanstream>

#include <fmt/format.h>

#include "areas/matching/hashing.hpp"
#include "areas/matching/parallel.hpp"
#include "areas/matching/radix_sort.hpp"
#include "kit/base/csv.hpp"
#include "kit/base/text.hpp"

namespace noms::matching {
namespace {

constexpr std::array<std::string_view, field_count> field_names{"record_id",
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
                                                                "sentence_dates"};

/// Other names that files have for the same columns.
constexpr std::pair<std::string_view, std::string_view> also_called[] = {
    {"unique_id", "record_id"},
    {"rec_id", "record_id"},
    {"id", "record_id"},
    {"forename", "first_name"},
    {"given_name", "first_name"},
    {"surname", "last_name"},
    {"family_name", "last_name"},
    {"date_of_birth", "dob"},
    {"birth_date", "dob"},
    {"gender", "sex"},
    {"postcode", "postcodes"},
};

/// Columns that tell the answer of a test.
constexpr std::string_view never_read[] = {"true_id", "cluster"};

constexpr size_t piece_bytes_min = 1 << 20;
/// So that threads end at about the same time.
constexpr size_t pieces_for_each_thread = 4;

int field_named(std::string_view name) {
    auto found = std::ranges::find(field_names, name);
    return found == field_names.end() ? Layout::not_read : int(found - field_names.begin());
}

std::string_view usual_name(std::string_view column) {
    for (auto [other, ours] : also_called)
        if (other == column) return ours;
    return column;
}

/// Fills a record from the cells of a row.
class RowTaker {
public:
    RowTaker(const Layout& layout, Population& into) : layout_(layout), into_(into) {}

    void begin() {
        given_ = {};
        cell_ = 0;
    }
    void cell(std::string_view text) {
        if (cell_ < layout_.columns.size())
            if (int field = layout_.columns[cell_]; field >= 0) {
                if (size_t(field) < field_count)
                    given_.fields[size_t(field)] = text;
                else
                    given_.texts[size_t(field) - field_count] = text;
            }
        ++cell_;
    }
    bool end() {
        bool whole = cell_ == layout_.columns.size() && !given_[Field::RecordId].empty();
        if (whole) into_.add(given_, layout_.texts.size());
        return whole;
    }

private:
    const Layout& layout_;
    Population& into_;
    Given given_{};
    size_t cell_ = 0;
};

struct Chunk {
    Population people{};
    ReadReport report{};
};

void refuse(ReadReport& report, long line) {
    ++report.rows_refused;
    if (report.first_refused_line == 0) report.first_refused_line = line;
}

/// Reads lines that have no quotes in them, cell by cell, without a copy.
void read_plain(std::string_view text, const Layout& layout, Chunk& chunk) {
    RowTaker row(layout, chunk.people);
    long line_number = 0;
    while (!text.empty()) {
        auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++line_number;
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        if (line.empty()) continue;
        ++chunk.report.rows;
        row.begin();
        for (size_t comma = 0; comma != line.npos;) {
            comma = line.find(',');
            row.cell(line.substr(0, comma));
            if (comma != line.npos) line.remove_prefix(comma + 1);
        }
        if (!row.end()) refuse(chunk.report, line_number);
    }
}

void read_quoted(std::string_view text, const Layout& layout, Chunk& chunk) {
    std::ispanstream in(std::span(text.data(), text.size()));
    csv::Reader reader(in);
    RowTaker taker(layout, chunk.people);
    while (auto row = reader.next()) {
        ++chunk.report.rows;
        taker.begin();
        for (const auto& cell : row->cells) taker.cell(cell);
        if (row->fault != csv::Fault::None || !taker.end()) refuse(chunk.report, row->line);
    }
}

/// Pieces of whole lines.
std::vector<std::string_view> pieces_of(std::string_view text, unsigned threads) {
    auto bytes = std::max(piece_bytes_min, text.size() / (threads * pieces_for_each_thread));
    std::vector<std::string_view> pieces;
    while (!text.empty()) {
        auto end = text.find('\n', std::min(bytes, text.size() - 1));
        auto size = end == text.npos ? text.size() : end + 1;
        pieces.push_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return pieces;
}

std::vector<Chunk> read_chunks(std::string_view rows,
                               const Layout& layout,
                               unsigned threads,
                               const Told& told) {
    if (rows.find('"') != rows.npos) {
        // A quoted cell may hold line ends, so only the front tells where a row begins.
        std::vector<Chunk> one(1);
        read_quoted(rows, layout, one[0]);
        return one;
    }
    auto pieces = pieces_of(rows, threads);
    std::vector<Chunk> chunks(pieces.size());
    std::atomic<std::uint64_t> done = 0;
    auto here = std::this_thread::get_id();
    in_parallel(pieces.size(), threads, [&](size_t i) {
        read_plain(pieces[i], layout, chunks[i]);
        done += pieces[i].size();
        if (std::this_thread::get_id() == here) told(done, rows.size());
    });
    return chunks;
}

/// Refused when two records have one id: a cluster file could not tell them apart.
Result<void> check_ids(const Population& people) {
    auto bits = unsigned(std::bit_width(people.size()));
    std::vector<std::uint64_t> keys(people.size());
    for (PersonIndex at = 0; at < people.size(); ++at)
        keys[at] = (hash_of(people.record_id(at)) >> bits << bits) | at;
    radix_sort(keys, bits, 64);
    for (size_t i = 1; i < keys.size(); ++i) {
        if (keys[i] >> bits != keys[i - 1] >> bits) continue;
        auto mask = (1ULL << bits) - 1;
        auto id = people.record_id(PersonIndex(keys[i] & mask));
        if (id == people.record_id(PersonIndex(keys[i - 1] & mask)))
            return refused(fmt::format("Two records have the id {}.", id));
    }
    return {};
}

Result<int> slot_of(const std::string& column,
                    const std::map<std::string, std::string>& renamed,
                    Layout& layout) {
    auto mapped = renamed.find(column);
    if (std::ranges::find(never_read, column) != std::end(never_read)) {
        if (mapped == renamed.end()) return Layout::not_read;
        return refused(fmt::format("The column {} is never read.", column));
    }
    if (mapped == renamed.end()) return field_named(usual_name(column));
    if (auto field = field_named(usual_name(mapped->second)); field >= 0) return field;
    if (layout.texts.size() == texts_max)
        return refused(fmt::format("At most {} further columns can be compared.", texts_max));
    layout.texts.push_back(mapped->second);
    return int(field_count + layout.texts.size() - 1);
}

}  // namespace

std::string_view name_of(Field field) {
    return field_names[size_t(field)];
}

Result<Layout> layout_of(const std::vector<std::string>& heading,
                         const std::map<std::string, std::string>& renamed) {
    Layout layout;
    std::set<int> taken;
    for (const auto& column : heading) {
        auto slot = TRY(slot_of(std::string(trimmed(column)), renamed, layout));
        if (slot >= 0 && !taken.insert(slot).second)
            return refused(fmt::format("The column {} is there twice.", column));
        layout.columns.push_back(slot);
    }
    for (const auto& [column, ours] : renamed)
        if (std::ranges::find(heading, column) == heading.end())
            return refused(fmt::format("There is no column {} to take for {}.", column, ours));
    if (!taken.contains(int(Field::RecordId)))
        return refused("No column is the record_id; say which with --map THEIRS=record_id.");
    return layout;
}

Result<Population> read_records(std::string_view csv,
                                const std::map<std::string, std::string>& renamed,
                                unsigned threads,
                                Layout& layout,
                                ReadReport& report,
                                const Told& told) {
    if (csv.starts_with("\xEF\xBB\xBF")) csv.remove_prefix(3);
    auto heading_end = std::min(csv.find('\n'), csv.size());
    auto heading = csv.substr(0, heading_end);
    if (!heading.empty() && heading.back() == '\r') heading.remove_suffix(1);
    csv::Fault fault{};
    layout = TRY(layout_of(csv::cells_of(heading, ',', fault), renamed));
    auto chunks =
        read_chunks(csv.substr(std::min(heading_end + 1, csv.size())), layout, threads, told);
    Population people;
    long lines = 1;
    for (auto& chunk : chunks) {
        report.rows += chunk.report.rows;
        report.rows_refused += chunk.report.rows_refused;
        if (chunk.report.first_refused_line != 0 && report.first_refused_line == 0)
            report.first_refused_line = lines + chunk.report.first_refused_line;
        lines += long(chunk.report.rows);
        people.absorb(chunk.people);
        chunk.people = {};
    }
    CHECK(check_ids(people));
    people.put_in_order();
    return people;
}

}  // namespace noms::matching
