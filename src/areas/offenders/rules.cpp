#include "areas/offenders/rules.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "areas/matching/matching.hpp"
#include "kit/base/text.hpp"

namespace noms::offenders {
namespace {

using matching::century_of;
using matching::check_letter;

const law::Provision published{"hmpps-person-record, tests of its identifiers [T]",
                               "https://github.com/ministryofjustice/hmpps-person-record"};
const law::Provision snapshot{"prison-api and probation-offender-search, formats in use [S]",
                              "https://github.com/ministryofjustice/prison-api"};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return c >= 'A' && c <= 'Z';
}
bool all_digits(std::string_view text) {
    return std::ranges::all_of(text, is_digit);
}
long long number_of(std::string_view digits) {
    long long number = 0;
    for (char c : digits) number = number * 10 + (c - '0');
    return number;
}
/// Upper case, without any blank.
std::string plain(std::string_view value) {
    std::string out;
    for (char c : upper(value))
        if (c != ' ' && c != '\t') out += c;
    return out;
}

/// An identifier taken apart: what its letter is checked against, and how it is written.
struct Parts {
    std::string head{};    // what stands before the serial: "2002/", "SF05/", or nothing
    std::string year{};    // two digits, as they count in the check
    std::string serial{};  // as it counts in the check
    std::string tail{};    // what stands after the serial: "/91", or nothing
    char letter = ' ';

    std::string written(char with_letter) const { return head + serial + tail + with_letter; }
    char right_letter() const { return check_letter(number_of(year + serial)); }
};

/// YY/N, YYN, YYYY/N or YYYYNNNNNNN, with a letter; the slash decides, not the length.
std::optional<Parts> parts_of_pnc(std::string_view text, std::optional<Date> day) {
    if (text.size() < 4 || !is_letter(text.back())) return std::nullopt;
    char letter = text.back();
    text.remove_suffix(1);
    auto slash = text.find('/');
    size_t year_length = slash != text.npos ? slash : text.size() == 11 ? 4 : 2;
    if (year_length != 2 && year_length != 4) return std::nullopt;
    auto year = text.substr(0, year_length);
    auto serial = text.substr(slash != text.npos ? slash + 1 : year_length);
    if (serial.empty() || serial.size() > 7 || !all_digits(year) || !all_digits(serial))
        return std::nullopt;
    int whole = int(number_of(year));
    if (year_length == 2) whole = century_of(whole, day);
    return Parts{.head = fmt::format("{:04}/", whole),
                 .year = fmt::format("{:02}", whole % 100),
                 .serial = fmt::format("{:0>7}", serial),
                 .letter = letter};
}

/// NNNNNN/YYL, its serial padded; or the file form SFYY/NNNNNNL, its serial as it is written.
std::optional<Parts> parts_of_cro(std::string_view text) {
    auto slash = text.find('/');
    if (slash == text.npos || !is_letter(text.back())) return std::nullopt;
    char letter = text.back();
    auto left = text.substr(0, slash);
    auto right = text.substr(slash + 1, text.size() - slash - 2);
    bool file_form = left.starts_with("SF");
    if (file_form) left.remove_prefix(2);
    auto year = file_form ? left : right;
    auto serial = file_form ? right : left;
    if (year.size() != 2 || serial.empty() || serial.size() > 6) return std::nullopt;
    if (!all_digits(year) || !all_digits(serial)) return std::nullopt;
    if (file_form)
        return Parts{.head = fmt::format("SF{}/", year),
                     .year = std::string(year),
                     .serial = std::string(serial),
                     .letter = letter};
    return Parts{.year = std::string(year),
                 .serial = fmt::format("{:0>6}", serial),
                 .tail = fmt::format("/{}", year),
                 .letter = letter};
}

std::optional<Parts> parts_of(const IdentifierFacts& facts, std::string_view text) {
    if (text.empty()) return std::nullopt;
    return facts.kind == IdentifierKind::Pnc ? parts_of_pnc(text, facts.day) : parts_of_cro(text);
}

/// A letter, then digits and letters as `pattern` says: 'A' a letter, '9' a digit.
bool fits(std::string_view text, std::string_view pattern) {
    return std::ranges::equal(
        text, pattern, [](char c, char kind) { return kind == 'A' ? is_letter(c) : is_digit(c); });
}

std::string_view pattern_of(IdentifierKind kind) {
    return kind == IdentifierKind::PrisonNumber ? "A9999AA" : "A999999";
}

IdentifierRuling faulty(IdentifierFault fault, std::string key, law::Ground why) {
    return {.state = IdentifierState::Unverified,
            .fault = fault,
            .search_key = std::move(key),
            .because = {std::move(why)}};
}

std::string_view form_in_words(IdentifierKind kind) {
    switch (kind) {
        case IdentifierKind::PrisonNumber: return "a letter, four digits and two letters";
        case IdentifierKind::Crn: return "a letter and six digits";
        case IdentifierKind::Pnc: return "a year, a serial of up to seven digits and a letter";
        case IdentifierKind::Cro:
            return "a serial of up to six digits, a slash, two digits of the year and a letter, or "
                   "SF with the year first";
        case IdentifierKind::Other: break;
    }
    return "free text";
}

IdentifierRuling without_check(IdentifierKind kind, const std::string& text) {
    if (!fits(text, pattern_of(kind)))
        return faulty(IdentifierFault::Shape,
                      text,
                      {fmt::format("A {} is {}.", in_words(kind), form_in_words(kind)), snapshot});
    return {.canonical = text,
            .state = IdentifierState::NoCheck,
            .search_key = text,
            .because = {
                {fmt::format(
                     "A {} is {}. It has no check letter.", in_words(kind), form_in_words(kind)),
                 snapshot}}};
}

bool in_range(IdentifierKind kind, const Parts& parts) {
    if (number_of(parts.serial) == 0) return false;
    return kind != IdentifierKind::Pnc || (parts.head >= "1900" && parts.head < "2100");
}

IdentifierRuling with_check(const IdentifierFacts& facts, const std::string& text) {
    auto parts = parts_of(facts, text);
    if (!parts)
        return faulty(IdentifierFault::Shape,
                      text,
                      {fmt::format("A {} is {}.", in_words(facts.kind), form_in_words(facts.kind)),
                       published});
    auto written = parts->written(parts->letter);
    if (!in_range(facts.kind, *parts))
        return faulty(IdentifierFault::Range,
                      written,
                      {"The serial is nought, or the year is not of 1900 to 2099.", {}});
    char right = parts->right_letter();
    if (parts->letter != right) {
        auto ruling = faulty(
            IdentifierFault::Letter,
            written,
            {fmt::format("The letter should be {} for that year and number, not {}; a digit or the "
                         "letter may be wrong.",
                         right,
                         parts->letter),
             published});
        ruling.expected_letter = right;
        return ruling;
    }
    return {.canonical = written,
            .state = IdentifierState::Verified,
            .expected_letter = std::string(1, right),
            .search_key = written,
            .because = {{fmt::format("{} is the check letter of year {} and serial {}.",
                                     right,
                                     parts->year,
                                     parts->serial),
                         published}}};
}

/// The texts that one digit changed, or two neighbours swapped, make of `digits`.
std::vector<std::string> mistyped(const std::string& digits) {
    std::vector<std::string> out;
    for (size_t i = 0; i < digits.size(); ++i) {
        for (char c = '0'; c <= '9'; ++c) {
            auto other = digits;
            other[i] = c;
            if (c != digits[i]) out.push_back(std::move(other));
        }
        if (i + 1 == digits.size() || digits[i] == digits[i + 1]) continue;
        auto swapped = digits;
        std::swap(swapped[i], swapped[i + 1]);
        out.push_back(std::move(swapped));
    }
    return out;
}

}  // namespace

Result<IdentifierRuling> identifier(const IdentifierFacts& facts) {
    auto text = plain(facts.value);
    if (text.empty()) return faulty(IdentifierFault::Empty, "", {"There is no value.", {}});
    switch (facts.kind) {
        case IdentifierKind::PrisonNumber:
        case IdentifierKind::Crn: return without_check(facts.kind, text);
        case IdentifierKind::Pnc:
        case IdentifierKind::Cro: return with_check(facts, text);
        case IdentifierKind::Other: break;
    }
    return IdentifierRuling{.canonical = text,
                            .state = IdentifierState::NoCheck,
                            .search_key = text,
                            .because = {{"Nothing is known that could check it.", {}}}};
}

std::vector<std::string> near_misses(const IdentifierFacts& facts) {
    if (facts.kind != IdentifierKind::Pnc && facts.kind != IdentifierKind::Cro) return {};
    auto parts = parts_of(facts, plain(facts.value));
    if (!parts || parts->letter == parts->right_letter()) return {};
    std::vector<std::string> out{parts->written(parts->right_letter())};
    if (!matching::is_check_letter(parts->letter)) return out;
    for (auto& serial : mistyped(parts->serial)) {
        auto other = *parts;
        other.serial = std::move(serial);
        if (other.letter == other.right_letter() && in_range(facts.kind, other))
            out.push_back(other.written(other.letter));
    }
    return out;
}

std::vector<IdentifierKind> kinds_with_form_of(std::string_view value) {
    auto text = plain(value);
    std::vector<IdentifierKind> out;
    for (auto kind : {IdentifierKind::PrisonNumber, IdentifierKind::Crn})
        if (fits(text, pattern_of(kind))) out.push_back(kind);
    for (auto kind : {IdentifierKind::Pnc, IdentifierKind::Cro})
        if (parts_of({.kind = kind}, text)) out.push_back(kind);
    return out;
}

std::string_view in_words(IdentifierKind kind) {
    switch (kind) {
        case IdentifierKind::PrisonNumber: return "prison number";
        case IdentifierKind::Crn: return "CRN";
        case IdentifierKind::Pnc: return "PNC";
        case IdentifierKind::Cro: return "CRO";
        case IdentifierKind::Other: break;
    }
    return "other number";
}

void register_rules() {
    law::register_rule<IdentifierFacts, IdentifierRuling>(
        "identifier",
        "Identifiers and their check letters",
        "What a PNC, a CRO, a prison number or a CRN is in its one written form, and whether its "
        "check letter is right. The day, when given, decides the century of a two-digit year.",
        {published, snapshot},
        &identifier);
}

}  // namespace noms::offenders
