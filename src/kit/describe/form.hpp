#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kit/base/result.hpp"
#include "kit/describe/type.hpp"

/// A form or a query as the browser sends it: names and texts, in order, repeats kept.
namespace noms::form {

using Values = std::vector<std::pair<std::string, std::string>>;

/// Parses application/x-www-form-urlencoded; bytes that are not UTF-8 are an error of their field.
Result<Values> parse(std::string_view encoded);
/// Percent-encodes one value for a query.
std::string encoded(std::string_view);
/// The first value of that name, or empty.
std::string_view value_of(const Values&, std::string_view name);

/// Fills the object from texts: blanks trimmed, an empty text is missing, a date is "2006-04-03" or
/// three parts `name-day`, `name-month`, `name-year`, a Flag is on when it is sent, a List takes
/// each value of its name; a List of pairs of texts takes each name that begins with its own and a
/// dot ("answers.3.4"), the empty values too. Names that are no field are passed over (the CSRF
/// token is one).
Result<void> read(const describe::Type&, void* object, const Values&);

template <class T>
Result<T> read(const Values& values) {
    T value{};
    if (auto ok = read(describe::type_of<T>(), &value, values); !ok)
        return std::unexpected(std::move(ok).error());
    return value;
}

}  // namespace noms::form
