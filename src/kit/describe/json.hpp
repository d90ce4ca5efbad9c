#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "kit/base/result.hpp"
#include "kit/describe/type.hpp"

/// JSON both ways from a description. Members stand in the order they are described in.
namespace noms::json {

/// Appends `text` as a JSON string, quotes and all.
void put_text(std::string& out, std::string_view text);

/// Appends the value; an empty Optional is null.
void write(std::string& out, const describe::Type&, const void* object);
/// Fills the object; every bad field is named by its path ("aliases.0.surname"). Unknown members
/// are refused ("unknown_field"), a missing one is "missing" unless Optional or a List.
Result<void> read(const describe::Type&, void* object, std::string_view body);
/// A schema of JSON Schema 2020-12, as OpenAPI 3.1 takes it.
std::string schema(const describe::Type&);

template <class T>
std::string write(const T& value) {
    std::string out;
    write(out, describe::type_of<T>(), &value);
    return out;
}
template <class T>
Result<T> read(std::string_view body) {
    T value{};
    if (auto ok = read(describe::type_of<T>(), &value, body); !ok)
        return std::unexpected(std::move(ok).error());
    return value;
}

}  // namespace noms::json
