#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/base/date.hpp"
#include "kit/base/result.hpp"
#include "kit/law/law.hpp"

/// Identifiers and their check letters. The forms and examples are those that the services' own
/// tests publish; docs/law-questions.md says which of them nobody could compare with a standard.
namespace noms::offenders {

enum class IdentifierKind { PrisonNumber, Crn, Pnc, Cro, Other };
DESCRIBE_ENUM(IdentifierKind, PrisonNumber, Crn, Pnc, Cro, Other)

/// Verified: the check letter is right. Unverified: it is not, or the value has no known form.
/// NoCheck: the form is right, and this kind of number has no check letter.
enum class IdentifierState { Verified, Unverified, NoCheck };
DESCRIBE_ENUM(IdentifierState, Verified, Unverified, NoCheck)

/// Why a value is not an identifier of its kind.
enum class IdentifierFault { None, Empty, Shape, Letter, Range };
DESCRIBE_ENUM(IdentifierFault, None, Empty, Shape, Letter, Range)

/// `day` decides the century of a two-digit year (see `century_of`).
struct IdentifierFacts {
    IdentifierKind kind = IdentifierKind::Other;
    std::string value{};
    std::optional<Date> day{};
};
DESCRIBE(IdentifierFacts, kind, value, day)

/// `canonical` is the key for matching, null when the value cannot be one. `search_key` is what it
/// is found by, right or wrong. `expected_letter` is what the check letter should have been.
struct IdentifierRuling {
    std::optional<std::string> canonical{};
    IdentifierState state = IdentifierState::Unverified;
    IdentifierFault fault = IdentifierFault::None;
    std::string expected_letter{};
    std::string search_key{};
    std::vector<law::Ground> because{};
};
DESCRIBE(IdentifierRuling, canonical, state, fault, expected_letter, search_key, because)

/// What a value of that kind is. Never an error: what is wrong is part of the ruling.
Result<IdentifierRuling> identifier(const IdentifierFacts&);

/// Identifiers that pass their check and differ from a mis-keyed one by its letter, by one digit or
/// by two neighbouring digits swapped. Empty when the value's form is wrong.
std::vector<std::string> near_misses(const IdentifierFacts&);

/// The kinds that `value` has the form of, whether or not its letter is right.
std::vector<IdentifierKind> kinds_with_form_of(std::string_view value);

/// "PNC", "prison number": as it stands in a sentence.
std::string_view in_words(IdentifierKind);

/// Registers `identifier` for `noms rules`.
void register_rules();

}  // namespace noms::offenders
