#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/base/date.hpp"

/// Which value of the one record is shown where its sources differ. Pure.
namespace noms::offenders {

/// How the value of a field is chosen. Names, birth date and sex: the most recent of those that are
/// verified. Ethnicity: what the person says of themself, else the most recent that was stated.
/// Aliases, addresses and numbers: all of them.
enum class ValueRule { MostRecentVerified, SelfDeclared, AllOfThem };

/// The rule of a field: "name", "birth_date", "sex", "ethnicity", "alias", "address", "number".
ValueRule rule_of(std::string_view field);
/// The rule in the words of a page.
std::string_view words_of_rule(ValueRule);

/// What one source says of a field.
struct SourcedValue {
    std::string value{};
    Date on{};              // when it came
    bool verified = false;  // its record has a PNC or a CRO whose check letter is right
    bool declared = false;  // the person said so, and somebody wrote it down here
    bool in_prison = false;
    std::int64_t digest =
        0;  // of its row: of two that are alike in all else, one and the same wins
};

/// The place of the value that is shown; nothing when no source has one. The order of the sources
/// makes no difference.
std::optional<size_t> shown_of(const std::vector<SourcedValue>&, ValueRule);

}  // namespace noms::offenders
