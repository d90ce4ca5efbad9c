#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace noms::db {

/// Lets a map of strings be asked with a string_view, without a copy.
struct NameHash {
    using is_transparent = void;
    size_t operator()(std::string_view name) const { return std::hash<std::string_view>()(name); }
};

/// What a connection keeps for each query, by the query's name.
template <class Kept>
using ByName = std::unordered_map<std::string, Kept, NameHash, std::equal_to<>>;

}  // namespace noms::db
