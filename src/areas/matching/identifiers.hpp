#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "kit/base/date.hpp"

/// Numbers that name a person, as the engine compares them. Pure.
namespace noms::matching {

/// The check letter of the police and court identifiers: index `number mod 23` of an alphabet
/// without I, O and S.
char check_letter(long long number);
bool is_check_letter(char);

/// The whole year that two digits stand for: 20xx up to the year of `day`, otherwise 19xx. Without
/// a day, 00 to 38 are 20xx, as the prison service reads them.
int century_of(int two_digits, std::optional<Date> day);

/// A PNC or a CRO taken to a number: two digits of the year, then its serial. One whose check
/// letter is wrong is kept, unverified: a mis-keyed digit still tells most of the number.
struct CheckedNumber {
    std::uint32_t digits = 0;  // 0: there is none
    bool verified = false;
    bool operator==(const CheckedNumber&) const = default;
};

/// YY/N, YYN, YYYY/N or YYYYNNNNNNN with a letter; none when the form is wrong.
CheckedNumber pnc_of(std::string_view text);
/// N/YY or SFYY/N with a letter; none when the form is wrong.
CheckedNumber cro_of(std::string_view text);

/// The serial and the two digits of the year.
constexpr std::uint32_t pnc_serials = 10'000'000;
constexpr std::uint32_t cro_serials = 1'000'000;

/// Whether a CRO was made from that PNC: the same last six digits, of that year or the next.
bool share_a_core(CheckedNumber pnc, CheckedNumber cro);

/// Whether two numbers differ by one digit, or by two neighbouring digits exchanged.
bool one_slip_apart(std::uint32_t, std::uint32_t);

/// Letters and digits of a text in one number, the first ten of them; longer texts by their digest.
/// Equal exactly when the letters and digits are, upper or lower case.
std::uint64_t packed(std::string_view text);
/// What `packed` held; empty for a digest.
struct Unpacked {
    char letters[10] = {};
    std::uint8_t size = 0;
    std::string_view text() const { return {letters, size}; }
};
Unpacked unpacked(std::uint64_t);

}  // namespace noms::matching
