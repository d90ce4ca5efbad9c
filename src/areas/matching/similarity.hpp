#pragma once

#include <string_view>

/// How alike two short texts are. Pure.
namespace noms::matching {

/// Whether one text becomes the other by one letter changed, added, left out, or by two neighbours
/// exchanged (Damerau-Levenshtein distance of at most 1).
bool one_edit_apart(std::string_view, std::string_view);

/// Whether both have the same letters in another order, or all but one of them.
bool same_letters(std::string_view, std::string_view);

/// Jaro's similarity with Winkler's bonus for a common beginning, 0 to 1. Looks at the first 64
/// letters.
double jaro_winkler(std::string_view, std::string_view);

}  // namespace noms::matching
