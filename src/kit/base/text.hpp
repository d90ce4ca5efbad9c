#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace noms {

/// Without blanks at either end.
std::string_view trimmed(std::string_view);
std::string upper(std::string_view ascii);
std::string lower(std::string_view ascii);
/// The parts between `separator`s; an empty text has no part.
std::vector<std::string> split(std::string_view, char separator);
bool is_utf8(std::string_view);

/// For searching: lower case, Latin letters without their accents, apostrophes and other marks
/// dropped, runs of blanks and hyphens one blank. "O'Neíll-Smith" gives "oneill smith".
std::string folded(std::string_view utf8);

/// "unterminated_sentence" as it stands in a label: "Unterminated sentence".
std::string label_of(std::string_view name);
/// The same words with a capital first letter, the rest as they are: "Until 24 January 2007".
std::string capitalised(std::string_view words);

/// "8,212".
std::string with_commas(std::int64_t);

/// One value of a CSV file: quoted where needed, and led by an apostrophe where a spreadsheet
/// would take it for a formula (OWASP, "CSV Injection").
std::string csv_cell(std::string_view);

}  // namespace noms
