#pragma once

#include <string>
#include <string_view>

#include "areas/organisation/facts.hpp"
#include "kit/page/html.hpp"
#include "kit/web/api.hpp"

/// Words and pieces that this area's pages share.
namespace noms::organisation {

/// "verified", "from memory", "from memory, low".
std::string_view words_of(Certainty);
/// The source under a value, and a tag where the value is weak.
page::Html source_note(std::string_view source, Certainty);
/// A value with its source under it.
page::Html with_source(const page::Cell& value, std::string_view source, Certainty);
/// "1 April 2001", "April 2001", "2001" or "Not known", as exactly as it is known.
std::string day_words(const std::optional<Date>&, Exactness);
/// A link that keeps the day that was asked about.
page::Html link_on(Date day, const web::Context&, const std::string& path, std::string_view label);
/// The filter that asks for another day.
page::Html day_filter(const std::string& path, Date day);
/// Links between the pages of the organisation.
page::Html menu(const web::Context&, Date day, std::string_view current);
/// "3 of 42 areas".
std::string counted(size_t count, size_t whole, std::string_view noun);
/// A body list as one cell: names with their codes.
page::Html body_bullets(const std::vector<Body>&);

}  // namespace noms::organisation
