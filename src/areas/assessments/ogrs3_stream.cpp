#include "areas/assessments/ogrs3_stream.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <future>
#include <istream>
#include <ostream>
#include <thread>

#include <fmt/format.h>

#include "areas/assessments/ogrs3.hpp"
#include "kit/base/csv.hpp"
#include "kit/base/text.hpp"

namespace noms::assessments {
namespace {

/// Enough to keep every core busy, little enough to hold in memory.
constexpr size_t block_bytes = 4 << 20;

enum Column { Id, SexOf, AtConviction, AtFollowUp, AtFirst, Previous, Group, columns };
constexpr std::array<std::string_view, columns> column_names = {"id",
                                                                "sex",
                                                                "age_at_conviction",
                                                                "age_at_follow_up_start",
                                                                "age_at_first_sanction",
                                                                "previous_sanctions",
                                                                "offence_group"};
/// Where each column stands in the file.
using Positions = std::array<size_t, columns>;
using Cells = std::array<std::string_view, columns>;

/// What one core made of its lines.
struct Piece {
    std::string out{};
    std::string errors{};
    Ogrs3Report report{};
};

Result<Positions> positions_of(std::string_view heading) {
    csv::Fault fault = csv::Fault::None;
    if (heading.starts_with("\xEF\xBB\xBF")) heading.remove_prefix(3);
    auto names = csv::cells_of(heading, ',', fault);
    for (auto& name : names) name = trimmed(name);
    Positions at{};
    std::vector<FieldError> missing;
    for (size_t i = 0; i < columns; ++i) {
        auto found = std::ranges::find(names, column_names[i]);
        if (found == names.end())
            missing.push_back({std::string(column_names[i]), "missing", "is not in the heading"});
        at[i] = size_t(found - names.begin());
    }
    if (!missing.empty()) return invalid(std::move(missing));
    return at;
}

/// The cells of a line without quotes, by column; blank where the line is too short.
Cells cells_of(std::string_view line, const Positions& at) {
    Cells out{};
    size_t number = 0;
    for (size_t begin = 0; begin <= line.size(); ++number) {
        auto end = std::min(line.find(',', begin), line.size());
        for (size_t i = 0; i < columns; ++i)
            if (at[i] == number) out[i] = trimmed(line.substr(begin, end - begin));
        begin = end + 1;
    }
    return out;
}

/// One line: its cells become a case, or the fields that are wrong with it.
class Line {
public:
    explicit Line(const Cells& cells) : cells_(cells) {
        if (cells[Id].empty()) wrong(Id, "is missing");
        if (cells[SexOf] == "F")
            given_.sex = Sex::F;
        else if (cells[SexOf] != "M")
            wrong(SexOf, "must be M or F");
        read(AtConviction, given_.age_at_conviction);
        read(AtFollowUp, given_.age_at_follow_up_start);
        read(AtFirst, given_.age_at_first_sanction);
        read(Previous, given_.previous_sanctions);
        given_.offence_group = offence_group(cells[Group]);
        if (!given_.offence_group) wrong(Group, "must be a code of kind OGRS3_GROUP");
        if (!errors_.empty()) return;
        for (const auto& fault : faults_of(given_)) wrong(fault.field, fault.words);
    }

    const Ogrs3Case& given() const { return given_; }
    /// "sex must be M or F; offence_group ..."; empty when the line is good.
    const std::string& errors() const { return errors_; }

private:
    const Cells& cells_;
    Ogrs3Case given_{};
    std::string errors_{};

    void wrong(std::string_view field, std::string_view words) {
        errors_ += fmt::format("{}{} {}", errors_.empty() ? "" : "; ", field, words);
    }
    void wrong(Column column, std::string_view words) { wrong(column_names[column], words); }
    void read(Column column, int& number) {
        auto text = cells_[column];
        if (text.empty()) return wrong(column, "is missing");
        auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc{} || end != text.data() + text.size())
            wrong(column, "must be a whole number");
    }
};

/// As RFC 4180 writes it; nothing else is changed, since others join on it.
std::string id_cell(std::string_view id) {
    if (id.find_first_of(",\"\r\n") == id.npos) return std::string(id);
    std::string out = "\"";
    for (char c : id) out.append(c == '"' ? 2 : 1, c);
    return out + '"';
}

void answer(std::string_view text, std::int64_t line, const Positions& at, Piece& part) {
    std::vector<std::string> unquoted;
    Cells cells;
    std::string_view fault;
    if (text.find('"') == text.npos) {
        cells = cells_of(text, at);
    } else {
        csv::Fault bad = csv::Fault::None;
        unquoted = csv::cells_of(text, ',', bad);
        if (bad != csv::Fault::None) fault = "a quote is not closed";
        for (size_t i = 0; i < columns; ++i)
            if (at[i] < unquoted.size()) cells[i] = trimmed(unquoted[at[i]]);
    }
    const Line read(cells);
    if (fault.empty()) fault = read.errors();
    if (!fault.empty()) {
        ++part.report.refused;
        fmt::format_to(std::back_inserter(part.errors), "line {}: {}\n", line, fault);
        part.out += id_cell(cells[Id]) + ",,\n";
        return;
    }
    ++part.report.scored;
    auto [one_year, two_year] = ogrs3_score(read.given(), Terms::Full);
    part.out += id_cell(cells[Id]);
    fmt::format_to(std::back_inserter(part.out), ",{:.9f},{:.9f}\n", one_year, two_year);
}

/// Answers whole lines, the first of which is number `line` of the file.
Piece answers_to(std::string_view text, std::int64_t line, const Positions& at) {
    Piece part;
    part.out.reserve(text.size());
    for (; !text.empty(); ++line) {
        auto end = text.find('\n');
        auto one = text.substr(0, end);
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
        if (!trimmed(one).empty()) answer(trimmed(one), line, at, part);
    }
    return part;
}

/// Gives whole lines, block by block.
class Blocks {
public:
    explicit Blocks(std::istream& in) : in_(in) {}

    /// The next whole lines; empty at the end.
    std::string next() {
        std::string block = std::move(rest_);
        rest_.clear();
        while (in_) {
            auto had = block.size();
            block.resize(had + block_bytes);
            in_.read(block.data() + had, std::streamsize(block_bytes));
            block.resize(had + size_t(in_.gcount()));
            auto end = block.rfind('\n');
            if (!in_ || end == block.npos) continue;
            rest_ = block.substr(end + 1);
            block.resize(end + 1);
            break;
        }
        return block;
    }

private:
    std::istream& in_;
    std::string rest_{};
};

/// Cuts whole lines into one share a core.
std::vector<std::string_view> shares_of(std::string_view block) {
    const size_t cores = std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::string_view> shares;
    for (size_t left = cores; !block.empty(); --left) {
        auto end = left <= 1 ? block.npos : block.find('\n', block.size() / left);
        shares.push_back(block.substr(0, end == block.npos ? end : end + 1));
        block.remove_prefix(shares.back().size());
    }
    return shares;
}

/// Answers a block on all cores; gives the number of the line after it.
std::int64_t answer_block(std::string_view block,
                          std::int64_t line,
                          const Positions& at,
                          const std::function<void(const Piece&)>& take) {
    std::vector<std::future<Piece>> parts;
    for (auto share : shares_of(block)) {
        parts.push_back(std::async(std::launch::async, answers_to, share, line, at));
        line += std::ranges::count(share, '\n');
    }
    for (auto& part : parts) take(part.get());
    return line;
}

}  // namespace

Result<Ogrs3Report> ogrs3_stream(std::istream& in,
                                 std::ostream& out,
                                 std::ostream& errors,
                                 const std::function<void(std::int64_t)>& progress) {
    std::string heading;
    std::getline(in, heading);
    const auto at = TRY(positions_of(trimmed(heading)));
    Ogrs3Report report;
    auto take = [&](const Piece& part) {
        report.scored += part.report.scored;
        report.refused += part.report.refused;
        out << part.out;
        errors << part.errors;
    };
    out << "id,one_year,two_year\n";
    Blocks blocks(in);
    std::int64_t line = 2;
    for (auto block = blocks.next(); !block.empty(); block = blocks.next()) {
        line = answer_block(block, line, at, take);
        progress(report.scored + report.refused);
        out.flush();
    }
    return report;
}

}  // namespace noms::assessments
