#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/base/date.hpp"

/// Names as they are sorted, found and shown. Pure.
namespace noms::offenders {

/// The folded words of a name, each once, in no order that matters. "Mc Donald" gives
/// "mcdonald", "O Neill-Smith" gives "oneill" and "smith": either way of typing finds the other.
std::vector<std::string> name_words(std::string_view name);

/// What a list is sorted by: "oneill, sean patrick".
std::string sort_key_of(std::string_view surname, std::string_view first, std::string_view middle);

/// "Marcus James Odell", as a title; "Name not known" when there is none.
std::string full_name(std::string_view first, std::string_view middle, std::string_view surname);
/// "Odell, Marcus James", as lists have it.
std::string list_name(std::string_view first, std::string_view middle, std::string_view surname);

/// "ODELL" gives "Odell", "MCDONALD-O'NEIL" gives "Mcdonald-O'Neil"; a name in mixed case stands.
std::string in_name_case(std::string_view name);

/// The least text that no text beginning with `prefix` reaches: for `key >= prefix and key < end`.
std::string end_of_prefix(std::string_view prefix);

/// The day that a person typed: "1982-03-09", "9/3/1982", "09.03.82" (as 1982), "9-3-1982".
std::optional<Date> typed_date(std::string_view);

}  // namespace noms::offenders
