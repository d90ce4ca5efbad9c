#include "areas/matching/identifiers.hpp"

#include <array>
#include <charconv>

#include "areas/matching/hashing.hpp"

namespace noms::matching {
namespace {

constexpr std::string_view alphabet = "ZABCDEFGHJKLMNPQRTUVWXY";
constexpr std::uint64_t digest_mark = 1ULL << 63;

/// The number that `digits` spell; nothing when they are not all digits or are too many.
std::optional<std::uint32_t> number_of(std::string_view digits, size_t digits_max) {
    if (digits.empty() || digits.size() > digits_max) return std::nullopt;
    std::uint32_t number = 0;
    auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (fault != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return number;
}

CheckedNumber checked(std::optional<std::uint32_t> year,
                      std::optional<std::uint32_t> serial,
                      std::uint32_t serials,
                      char letter) {
    if (!year || !serial || *serial == 0) return {};
    auto digits = *year % 100 * serials + *serial;
    if (letter >= 'a' && letter <= 'z') letter = char(letter - 32);
    return {digits, check_letter(digits) == letter};
}

bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// 1 to 36; 0 for what is neither letter nor digit.
std::uint64_t code_of(char c) {
    if (c >= '0' && c <= '9') return std::uint64_t(c - '0' + 1);
    if (c >= 'A' && c <= 'Z') return std::uint64_t(c - 'A' + 11);
    if (c >= 'a' && c <= 'z') return std::uint64_t(c - 'a' + 11);
    return 0;
}

}  // namespace

char check_letter(long long number) {
    return alphabet[size_t(number % 23)];
}

bool is_check_letter(char c) {
    return alphabet.find(c) != alphabet.npos;
}

int century_of(int two_digits, std::optional<Date> day) {
    int last = day ? int(day->year()) - 2000 : 38;
    return two_digits <= last ? 2000 + two_digits : 1900 + two_digits;
}

CheckedNumber pnc_of(std::string_view text) {
    if (text.size() < 4 || !is_letter(text.back())) return {};
    char letter = text.back();
    text.remove_suffix(1);
    auto slash = text.find('/');
    size_t year_length = slash != text.npos ? slash : text.size() == 11 ? 4 : 2;
    auto serial = text.substr(slash != text.npos ? slash + 1 : year_length);
    return checked(
        number_of(text.substr(0, year_length), 4), number_of(serial, 7), pnc_serials, letter);
}

CheckedNumber cro_of(std::string_view text) {
    auto slash = text.find('/');
    if (slash == text.npos || !is_letter(text.back())) return {};
    char letter = text.back();
    auto left = text.substr(0, slash);
    auto right = text.substr(slash + 1, text.size() - slash - 2);
    bool file_form = left.starts_with("SF") || left.starts_with("sf");
    if (file_form) left.remove_prefix(2);
    return checked(number_of(file_form ? left : right, 2),
                   number_of(file_form ? right : left, 6),
                   cro_serials,
                   letter);
}

bool share_a_core(CheckedNumber pnc, CheckedNumber cro) {
    auto years = (cro.digits / cro_serials + 100 - pnc.digits / pnc_serials) % 100;
    return years <= 1 && pnc.digits % cro_serials == cro.digits % cro_serials;
}

bool one_slip_apart(std::uint32_t left, std::uint32_t right) {
    std::array<int, 10> places{};
    int differing = 0;
    int a[2]{}, b[2]{};
    for (int place = 0; left != 0 || right != 0; ++place, left /= 10, right /= 10) {
        if (left % 10 == right % 10) continue;
        if (differing == 2) return false;
        places[size_t(differing)] = place;
        a[differing] = int(left % 10);
        b[differing] = int(right % 10);
        ++differing;
    }
    if (differing <= 1) return true;
    return places[1] == places[0] + 1 && a[0] == b[1] && a[1] == b[0];
}

std::uint64_t packed(std::string_view text) {
    std::uint64_t out = 0;
    size_t count = 0;
    for (char c : text) {
        auto code = code_of(c);
        if (code == 0) continue;
        if (++count > 10) return digest_mark | hash_of(text);
        out = out << 6 | code;
    }
    return out;
}

Unpacked unpacked(std::uint64_t value) {
    Unpacked out;
    if (value & digest_mark) return out;
    for (auto rest = value; rest != 0; rest >>= 6) ++out.size;
    for (size_t i = out.size; i-- > 0; value >>= 6) {
        auto code = char(value & 63);
        out.letters[i] = char(code <= 10 ? '0' + code - 1 : 'A' + code - 11);
    }
    return out;
}

}  // namespace noms::matching
